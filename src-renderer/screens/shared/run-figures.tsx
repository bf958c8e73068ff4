import { formatCount } from '@renderer/ui/format/format-count';
import type { MarkKind } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { ApplyReport } from '@shared/contract/plan';
import { t } from '@shared/language/t';

export type Figure = Exclude<keyof ApplyReport, 'secrets' | 'stoppedBy' | 'waves'>;

/** What became of the changes of a run, in the order in which it is told. */
export const runFigures: readonly (readonly [figure: Figure, kind: MarkKind, word: string])[] = [
  ['applied', 'applied', t('applied')],
  ['alreadySo', 'applied', t('already so')],
  ['tookTheirs', 'applied', t('taken from the service')],
  ['refused', 'refused', t('refused')],
  ['conflicts', 'conflict', t('in conflict')],
  ['unknown', 'unknown', t('unknown')],
  ['left', 'staged', t('not sent')],
];

/** How many changes of a run came to what; none of what there was none. */
export function RunFigures({ report }: { readonly report: Pick<ApplyReport, Figure> }) {
  return runFigures.map(
    ([figure, kind, word]) =>
      report[figure] > 0 && (
        <StateMark key={figure} kind={kind} word={`${formatCount(report[figure])} ${word}`} />
      ),
  );
}

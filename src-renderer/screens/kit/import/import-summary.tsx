import { SegmentedControl } from '@mantine/core';
import { formatCount } from '@renderer/ui/format/format-count';
import type { ImportPreview } from '@shared/contract/import';
import { ImportOutcome } from '@shared/domain/import/import-row';
import { timeText } from '@shared/domain/reconcile/plan-time';
import { t } from '@shared/language/t';
import classes from './import-dialog.module.css';
import { outcomeLooks } from './outcome-words';

interface ImportSummaryProps {
  readonly preview: ImportPreview;
  readonly outcome: ImportOutcome | null;
  readonly onOutcome: (outcome: ImportOutcome | null) => void;
}

const all = 'all';

/** How many lines do what, and what reconciling them comes to; each count narrows the lines below to its own. */
export function ImportSummary({ preview, outcome, onOutcome }: ImportSummaryProps) {
  const { summary, calls, time } = preview;
  const lines = Object.values(summary).reduce((sum, count) => sum + count, 0);
  const takes = timeText(time);
  const data = [
    { value: all, label: t('All {lines, number}', { lines }) },
    ...(Object.keys(outcomeLooks) as ImportOutcome[]).map((value) => ({
      value,
      label: `${outcomeLooks[value].word} ${formatCount(summary[value])}`,
      disabled: summary[value] === 0,
    })),
  ];
  return (
    <div className={classes.summary}>
      <SegmentedControl
        aria-label={t('Lines')}
        size="xs"
        data={data}
        value={outcome ?? all}
        onChange={(value) => onOutcome(ImportOutcome.safeParse(value).data ?? null)}
      />
      <span className={classes.hint} role="status">
        {calls === 0
          ? t('Nothing to send')
          : takes === ''
            ? t('{calls, plural, one {# call} other {# calls}} to the service', { calls })
            : t('{calls, plural, one {# call} other {# calls}} to the service, {takes}', { calls, takes })}
      </span>
    </div>
  );
}

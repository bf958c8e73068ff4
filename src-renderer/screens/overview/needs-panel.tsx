import { Skeleton } from '@mantine/core';
import { severityLooks } from '@renderer/screens/findings/finding-looks';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { go, setParams } from '@renderer/state/use-route';
import { Panel } from '@renderer/ui/layout/panel';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { useNow } from '@renderer/ui/marks/use-now';
import { rich } from '@renderer/ui/text/rich';
import { byGravity, type Overview } from '@shared/contract/overview';
import { t } from '@shared/language/t';
import { CircleCheck } from 'lucide-react';
import { copyNeeds } from './copy-needs';
import { needWords } from './need-words';
import classes from './panel-list.module.css';

/** What needs somebody now, gravest first; each leads to its rows. `known`: false until the first copy is complete. */
export function NeedsPanel({
  overview,
  known,
}: {
  readonly overview: Overview | undefined;
  readonly known: boolean;
}) {
  const status = useStatus();
  const leftOuts = useLeftOuts();
  const now = useNow(60_000);
  const needs =
    overview && status && byGravity([...overview.needs, ...copyNeeds(status.freshness, leftOuts, now)]);
  return (
    <Panel title={t('What needs you now')}>
      {!needs && <Skeleton height={8} width="70%" mt={10} />}
      {needs?.length === 0 && (
        <p className={classes.none}>
          {known ? (
            <>
              <CircleCheck size={14} className={classes.quiet} aria-hidden />
              <span>
                {rich('All quiet, as of the copy of {ago}.', {
                  ago: <RelativeTime at={status?.freshness.asOf ?? 0} ago />,
                })}
              </span>
            </>
          ) : (
            <span>{t('Nothing is known before the first copy is complete.')}</span>
          )}
        </p>
      )}
      <ul className={classes.list} aria-label={t('What needs you now')}>
        {needs?.map((need) => {
          const { text, note, place } = needWords(need);
          return (
            <li key={`${need.kind} ${need.gravity} ${need.of} ${need.name}`}>
              <button type="button" className={classes.row} onClick={() => openPlace(place)}>
                <LookMark look={severityLooks[need.gravity]} compact />
                <span className={classes.what}>{text}</span>
                <span className={classes.detail}>{note}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const openPlace = ({ screen, params }: ReturnType<typeof needWords>['place']): void =>
  screen === 'overview' ? setParams(params ?? {}) : go(screen, params && { params });

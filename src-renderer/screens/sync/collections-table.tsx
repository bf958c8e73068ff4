import { formatCount } from '@renderer/ui/format/format-count';
import { formatDuration } from '@renderer/ui/format/format-duration';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { CollectionProgress } from '@shared/contract/status';
import { lackOf } from '@shared/domain/capabilities';
import { entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { Fragment } from 'react';
import classes from './collections-table.module.css';
import { UnreadRecords } from './unread-records';

const phases: Readonly<Record<CollectionProgress['phase'], string>> = {
  waiting: t('Waiting'),
  pulling: t('Reading'),
  confirming: t('Confirming deletions'),
  done: t('Done'),
  failed: t('Failed'),
};

const figures = [
  t('Records'),
  t('Per second'),
  t('Time'),
  t('Changed'),
  t('Deleted'),
  t('Last complete'),
] as const;

interface CollectionsTableProps {
  readonly collections: readonly CollectionProgress[];
  /** The head says already what keeps all of them: the network, or the key. */
  readonly interrupted: boolean;
}

/** Each collection of the service: how far, how fast, how long, what the last sweep found. */
export function CollectionsTable({ collections, interrupted }: CollectionsTableProps) {
  return (
    <table className={classes.table} aria-label={t('Collections')}>
      <thead>
        <tr>
          <th scope="col">{t('Collection')}</th>
          <th scope="col">{t('State')}</th>
          <th scope="col" className={classes.bar}>
            {t('Progress')}
          </th>
          {figures.map((title) => (
            <th key={title} scope="col" data-figure>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {collections.map((collection) => (
          <Fragment key={collection.entity}>
            <CollectionRow collection={collection} interrupted={interrupted} />
            {collection.failure && !interrupted && (
              <tr className={classes.more}>
                <td colSpan={9}>
                  <InlineFailure failure={collection.failure} />
                </td>
              </tr>
            )}
            {collection.uncounted > 0 && (
              <tr className={classes.more}>
                <td colSpan={9}>
                  {t(
                    'The service counts {uncounted, number} fewer than it lists: all that it lists are copied.',
                    {
                      uncounted: collection.uncounted,
                    },
                  )}
                </td>
              </tr>
            )}
            {collection.unreadCount > 0 && (
              <tr className={classes.more}>
                <td colSpan={9}>
                  <UnreadRecords collection={collection} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface CollectionRowProps {
  readonly collection: CollectionProgress;
  readonly interrupted: boolean;
}

function CollectionRow({ collection, interrupted }: CollectionRowProps) {
  const { entity, phase, done, total, rate, secondsLeft, tookMs, completedAt, changed, deleted } = collection;
  const { many } = entityWords[entity];
  const moving = phase === 'pulling' || phase === 'confirming';
  return (
    <tr data-phase={interrupted ? undefined : phase}>
      <th scope="row" className={classes.name}>
        {many}
      </th>
      <td className={classes.phase}>{statusWord(collection, interrupted)}</td>
      <td className={classes.bar}>
        <ProgressBar
          label={t('Sync of {many}', { many })}
          fraction={phase === 'done' ? 1 : total === 0 ? null : done / total}
          tone={phase === 'done' ? 'done' : phase === 'failed' && !interrupted ? 'failed' : 'accent'}
        />
      </td>
      <td data-figure>
        {phase === 'failed' && done === 0 ? '–' : formatCount(done)}
        {moving && total > 0 && <span className={classes.of}> / {formatCount(total)}</span>}
      </td>
      <td data-figure>{moving && rate > 0 ? formatCount(Math.round(rate)) : '–'}</td>
      <td data-figure>
        {moving
          ? secondsLeft === null
            ? '–'
            : t('{left} left', { left: formatDuration(secondsLeft) })
          : tookMs === 0
            ? '–'
            : took(tookMs)}
      </td>
      <td data-figure>{formatCount(changed)}</td>
      <td data-figure>{formatCount(deleted)}</td>
      <td data-figure>
        <RelativeTime at={completedAt} never={t('never')} ago />
      </td>
    </tr>
  );
}

/** Where a collection stands, in a word: a list that is refused is no fault that passes. */
function statusWord({ phase, failure }: CollectionProgress, interrupted: boolean): string {
  if (phase !== 'failed') return phases[phase];
  if (interrupted) return t('Interrupted');
  if (failure?.code === 'incomplete') return t('Incomplete');
  return failure !== null && lackOf(failure) !== null ? t('Refused') : phases.failed;
}

const took = (ms: number): string =>
  ms < 1_000 ? `${Math.max(1, Math.round(ms))} ms` : formatDuration(ms / 1_000);

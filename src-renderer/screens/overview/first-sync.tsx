import { formatCount } from '@renderer/ui/format/format-count';
import { formatDuration } from '@renderer/ui/format/format-duration';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import type { CollectionProgress, Freshness } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import classes from './first-sync.module.css';

interface FirstSyncProps {
  readonly collections: readonly CollectionProgress[];
  readonly freshness: Freshness;
}

const heads: Readonly<Partial<Record<Freshness['kind'], string>>> = {
  never: t('First sync: not begun'),
  offline: t('First sync: waiting for the service'),
  paused: t('First sync: paused'),
  'key-refused': t('First sync: the service refuses the API key'),
  failed: t('First sync: stopped'),
};

/** The first copy of the service, collection by collection. Everything copied so far can be browsed already. */
export function FirstSync({ collections, freshness }: FirstSyncProps) {
  return (
    <section className={classes.sync} aria-label={t('First sync')}>
      <h2 className={classes.title}>{heads[freshness.kind] ?? t('First sync')}</h2>
      <p className={classes.text}>
        {freshness.kind === 'syncing'
          ? t(
              'Copying the service into your encrypted database. You can browse, search and edit what is here already; the rest follows.',
            )
          : t('Nothing is being copied now. What is here already can be browsed, searched and edited.')}
      </p>
      <ul className={classes.list}>
        {collections.map((collection) => (
          <li key={collection.entity} className={classes.item}>
            <span className={classes.name}>{entityWords[collection.entity].many}</span>
            <ProgressBar
              label={t('Sync of {many}', { many: entityWords[collection.entity].many })}
              fraction={fractionOf(collection)}
              tone={
                collection.phase === 'done' ? 'done' : collection.phase === 'failed' ? 'failed' : 'accent'
              }
            />
            <span className={classes.figures}>
              {formatCount(collection.done)}
              {collection.total > 0 && ` / ${formatCount(collection.total)}`}
            </span>
            <span className={classes.note}>{noteOf(collection)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function fractionOf({ phase, done, total }: CollectionProgress): number | null {
  if (phase === 'done') return 1;
  return total === 0 ? null : done / total;
}

function noteOf(collection: CollectionProgress): string {
  switch (collection.phase) {
    case 'waiting':
      return t('waiting');
    case 'confirming':
      return t('confirming');
    case 'failed':
      return collection.failure?.message ?? t('failed');
    case 'done':
      return t('done in {duration}', { duration: formatDuration(collection.tookMs / 1_000) });
    case 'pulling': {
      const { secondsLeft } = collection;
      const rate = Math.round(collection.rate);
      // Asked for, and no answer yet.
      if (rate === 0 && collection.done === 0) return t('waiting');
      return secondsLeft === null
        ? t('{rate, number}/s', { rate })
        : t('{rate, number}/s, {left} left', { rate, left: formatDuration(secondsLeft) });
    }
  }
}

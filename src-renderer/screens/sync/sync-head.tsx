import { Button } from '@mantine/core';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { go } from '@renderer/state/use-route';
import { formatDuration } from '@renderer/ui/format/format-duration';
import { ProgressBar } from '@renderer/ui/marks/progress-bar';
import { useNow } from '@renderer/ui/marks/use-now';
import type { CollectionProgress, Freshness } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { freshnessLines } from './freshness-lines';
import { SyncActions } from './sync-actions';
import classes from './sync-head.module.css';
import { TroubleActions } from './trouble-actions';

interface SyncHeadProps {
  readonly freshness: Freshness;
  readonly collections: readonly CollectionProgress[];
}

/** Where the copy stands in one sentence, why, and what to do; over all collections, how far. */
export function SyncHead({ freshness, collections }: SyncHeadProps) {
  const now = useNow(15_000);
  const leftOuts = [...useLeftOuts().values()];
  const { tone, title, text, next } = freshnessLines(freshness, now, leftOuts);
  const moving = freshness.kind === 'syncing' || freshness.kind === 'paused';
  const done = collections.reduce((sum, collection) => sum + collection.done, 0);
  const total = collections.reduce((sum, collection) => sum + collection.total, 0);
  const left = collections.reduce((sum, { secondsLeft }) => sum + (secondsLeft ?? 0), 0);
  return (
    <section
      className={classes.head}
      aria-label={t('Freshness')}
      data-tone={tone === 'fresh' && leftOuts.length > 0 ? 'held' : tone}
    >
      <div className={classes.text} role="status">
        <h2 className={classes.title}>
          <span className={classes.dot} aria-hidden />
          {title}
        </h2>
        <p>{text}</p>
        {next && <p className={classes.next}>{next}</p>}
      </div>
      <div className={classes.actions}>
        {freshness.kind === 'offline' && freshness.failure && (
          <TroubleActions code={freshness.failure.code} />
        )}
        <SyncActions freshness={freshness} />
        {freshness.kind === 'key-refused' && (
          <Button variant="default" onClick={() => go('settings')}>
            {t('Replace the API key')}
          </Button>
        )}
      </div>
      {moving && (
        <div className={classes.progress}>
          <ProgressBar label={t('Sweep over all collections')} fraction={freshness.fraction} />
          <span className={classes.figures}>
            {left > 0
              ? t('{done, number} of {total, number} records, about {left} left', {
                  done,
                  total,
                  left: formatDuration(left),
                })
              : t('{done, number} of {total, number} records', { done, total })}
          </span>
        </div>
      )}
    </section>
  );
}

import { Button } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Freshness } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { Cloud, CloudOff, Pause, Play, RefreshCw } from 'lucide-react';
import classes from './sync-actions.module.css';

/** Sync now, pause or go on, work offline or come back: what makes sense where the sync stands. */
export function SyncActions({ freshness }: { readonly freshness: Freshness }) {
  const start = useOperation('startSync');
  const pause = useOperation('pauseSync');
  const resume = useOperation('resumeSync');
  const offline = useOperation('workOffline');
  const byChoice = freshness.kind === 'offline' && freshness.by === 'choice';
  const failure = start.failure ?? pause.failure ?? resume.failure ?? offline.failure;
  return (
    <div className={classes.actions}>
      {freshness.kind === 'syncing' && (
        <Button
          variant="default"
          leftSection={<Pause size={13} aria-hidden />}
          loading={pause.busy}
          onClick={() => void pause.run({})}
        >
          {t('Pause sync')}
        </Button>
      )}
      {freshness.kind === 'paused' && (
        <Button
          leftSection={<Play size={13} aria-hidden />}
          loading={resume.busy}
          onClick={() => void resume.run({})}
        >
          {t('Resume sync')}
        </Button>
      )}
      {freshness.kind !== 'syncing' && freshness.kind !== 'paused' && !byChoice && (
        <Button
          leftSection={<RefreshCw size={13} aria-hidden />}
          loading={start.busy}
          onClick={() => void start.run({})}
        >
          {freshness.kind === 'synced' || freshness.kind === 'never' ? t('Sync now') : t('Try again now')}
        </Button>
      )}
      {byChoice ? (
        <Button
          leftSection={<Cloud size={13} aria-hidden />}
          loading={offline.busy}
          onClick={() => void offline.run({ on: false })}
        >
          {t('Go online')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<CloudOff size={13} aria-hidden />}
          loading={offline.busy}
          onClick={() => void offline.run({ on: true })}
        >
          {t('Work offline')}
        </Button>
      )}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}

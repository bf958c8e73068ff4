import { failure, type Result, success } from '@shared/contract/failure';
import { EngineStatus } from '@shared/contract/status';
import { t } from '@shared/language/t';
import type { Engine } from './engine';

/**
 * Starts a sweep and waits for its end: complete, or what stopped it.
 *
 * @param tell hears every status on the way
 * @param signal ends the waiting; the sweep itself ends with its engine, and goes on there the next time
 */
export async function oneSweep(
  engine: Pick<Engine, 'call' | 'subscribe'>,
  tell: (status: EngineStatus) => void,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const before = await engine.call('status', {});
  if (!before.ok) return before;
  // No two sweeps end at one moment, but a clock that was put right may date one before the last.
  const { asOf } = before.value.freshness;
  const started = await engine.call('startSync', {});
  if (!started.ok) return started;
  return new Promise((resolve) => {
    const finish = (result: Result<null>): void => {
      end();
      resolve(result);
    };
    const end = engine.subscribe('status', {}, (value) => {
      if (!value.ok) return finish(value);
      const status = EngineStatus.parse(value.value);
      const { freshness } = status;
      if (freshness.kind === 'synced' && freshness.asOf !== asOf) return finish(success(null));
      const stopped = whyStopped(status);
      if (stopped !== null) return finish(stopped);
      tell(status);
    });
    if (signal?.aborted) finish(cutOff());
    signal?.addEventListener('abort', () => finish(cutOff()), { once: true });
  });
}

function cutOff(): Result<never> {
  return failure(
    'busy',
    t('The copying was ended before it was complete.'),
    t('Copy again: it goes on where it stopped.'),
  );
}

function whyStopped({ freshness, workspace }: EngineStatus): Result<never> | null {
  if (freshness.kind === 'failed') return { ok: false, error: freshness.failure };
  if (freshness.kind === 'key-refused') {
    return failure(
      'key-refused',
      t('{url} refuses the API key. What was copied before is kept.', { url: workspace.url }),
      t('Make a workspace with a valid key, or replace the key in the app under Settings.'),
    );
  }
  if (freshness.kind === 'offline' && freshness.by === 'choice') {
    return failure(
      'offline',
      t('This workspace works offline by choice, so nothing was asked of the service.'),
      t('Go online in the app (Sync, Go online), then pull again.'),
    );
  }
  if (freshness.kind === 'offline' && freshness.failure !== undefined)
    return { ok: false, error: freshness.failure };
  if (freshness.kind === 'offline') {
    return failure(
      'offline',
      t('{url} cannot be reached. What was copied before is kept.', { url: workspace.url }),
      t('Check the network and the address, then pull again: it goes on where it stopped.'),
    );
  }
  return null;
}

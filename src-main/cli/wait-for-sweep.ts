import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { EngineStatus } from '@shared/contract/status';

/** Starts a sweep and waits for its end; progress goes to stderr, once a second at most. */
export function waitForSweep(engine: Engine): Promise<Result<null>> {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    let shownAt = 0;
    const finish = (result: Result<null>): void => {
      end();
      resolve(result);
    };
    const end = engine.subscribe('status', {}, (value) => {
      if (!value.ok) return finish(value);
      const status = EngineStatus.parse(value.value);
      const { freshness } = status;
      if (freshness.kind === 'synced' && freshness.asOf >= startedAt) return finish(success(null));
      const stopped = whyStopped(status, startedAt);
      if (stopped !== null) return finish(stopped);
      if (freshness.kind === 'syncing' && Date.now() - shownAt > 1_000) {
        shownAt = Date.now();
        process.stderr.write(`${progressLine(status)}\n`);
      }
    });
    void engine.call('startSync', {});
  });
}

function whyStopped({ freshness, workspace }: EngineStatus, startedAt: number): Result<never> | null {
  if (freshness.kind === 'failed' && freshness.since >= startedAt)
    return { ok: false, error: freshness.failure };
  if (freshness.kind === 'key-refused') {
    return failure(
      'key-refused',
      `${workspace.url} refuses the API key. What was copied before is kept.`,
      'Make a workspace with a valid key, or replace the key in the app under Settings.',
    );
  }
  if (freshness.kind === 'offline' && freshness.by === 'choice') {
    return failure(
      'offline',
      'This workspace works offline by choice, so nothing was asked of the service.',
      'Go online in the app (Sync, Go online), then pull again.',
    );
  }
  if (freshness.kind === 'offline') {
    return failure(
      'offline',
      `${workspace.url} cannot be reached. What was copied before is kept.`,
      'Check the network and the address, then pull again: it goes on where it stopped.',
    );
  }
  return null;
}

function progressLine({ collections }: EngineStatus): string {
  return collections
    .filter((collection) => collection.phase !== 'waiting')
    .map(({ entity, done, total, rate }) => `${entity} ${done}/${total} (${Math.round(rate)}/s)`)
    .join(', ');
}

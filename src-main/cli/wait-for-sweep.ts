import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { EngineStatus } from '@shared/contract/status';

/** Starts a sweep and waits for its end; progress goes to stderr, once a second at most. */
export async function waitForSweep(engine: Engine): Promise<Result<null>> {
  const before = await engine.call('status', {});
  if (!before.ok) return before;
  // Sweeps end later than the ones before them, whatever the clock does: only that is asked.
  const { asOf } = before.value.freshness;
  const started = await engine.call('startSync', {});
  if (!started.ok) return started;
  return new Promise((resolve) => {
    let shownAt = performance.now();
    let shown = '';
    const finish = (result: Result<null>): void => {
      end();
      resolve(result);
    };
    const end = engine.subscribe('status', {}, (value) => {
      if (!value.ok) return finish(value);
      const status = EngineStatus.parse(value.value);
      const { freshness, throttled } = status;
      if (freshness.kind === 'synced' && freshness.asOf > asOf) return finish(success(null));
      const stopped = whyStopped(status);
      if (stopped !== null) return finish(stopped);
      if (freshness.kind !== 'syncing') return;
      const line = throttled.length > 0 ? waitLine(status) : progressLine(status);
      const wait = throttled.length > 0 && line !== shown;
      if (line === shown || (performance.now() - shownAt < 1_000 && !wait)) return;
      shownAt = performance.now();
      shown = line;
      process.stderr.write(`${line}\n`);
    });
  });
}

function whyStopped({ freshness, workspace }: EngineStatus): Result<never> | null {
  if (freshness.kind === 'failed') return { ok: false, error: freshness.failure };
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
  if (freshness.kind === 'offline' && freshness.failure !== undefined)
    return { ok: false, error: freshness.failure };
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

function waitLine({ throttled }: EngineStatus): string {
  const waits = throttled.map(({ endpoint, until }) => `${endpoint} until ${new Date(until).toISOString()}`);
  return `the service asks to wait: ${waits.join(', ')}`;
}

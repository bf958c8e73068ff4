import type { Engine } from '@main/engine/engine';
import { oneSweep } from '@main/engine/one-sweep';
import type { Result } from '@shared/contract/failure';
import type { EngineStatus } from '@shared/contract/status';

/** Starts a sweep and waits for its end; progress goes to stderr, once a second at most. */
export function waitForSweep(engine: Engine): Promise<Result<null>> {
  let shownAt = performance.now();
  let shown = '';
  return oneSweep(engine, (status) => {
    const { freshness, throttled } = status;
    if (freshness.kind !== 'syncing') return;
    const line = throttled.length > 0 ? waitLine(status) : progressLine(status);
    const wait = throttled.length > 0 && line !== shown;
    if (line === shown || (performance.now() - shownAt < 1_000 && !wait)) return;
    shownAt = performance.now();
    shown = line;
    process.stderr.write(`${line}\n`);
  });
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

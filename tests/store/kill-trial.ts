import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@main/store/open-store';

const key = 'a1'.repeat(32);
const bulkSize = 100;

/** What a killed writer had been promised, and what is there. */
export interface KillOutcome {
  /** The last bulk that was acknowledged. */
  readonly acknowledged: number;
  /** The last bulk that is there. */
  readonly stored: number;
  /** Bulks of which a part is there, or the intent is missing. */
  readonly partial: readonly number[];
}

/** Starts a writer that goes on after bulk `from`, kills it `afterMs` after its first bulk, and reads what it left. */
export async function killTrial(directory: string, from: number, afterMs: number): Promise<KillOutcome> {
  const args = [directory, key, String(from + 1), String(bulkSize)];
  const writer = fork(join(import.meta.dirname, 'hold-writing.ts'), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let acknowledged = from;
  writer.on('message', (bulk: number) => {
    acknowledged = bulk;
  });
  const ended = once(writer, 'exit');
  await Promise.race([once(writer, 'message'), ended]);
  await sleep(afterMs);
  writer.kill('SIGKILL');
  const [code] = await ended;
  if (code !== null) throw new Error(`the writer ended by itself with ${code}`);
  return { acknowledged, ...(await readBack(directory)) };
}

async function readBack(directory: string): Promise<Pick<KillOutcome, 'stored' | 'partial'>> {
  const store = await openStore({ directory, key, now: Date.now });
  try {
    const counts = new Map<number, number>();
    for (const id of await store.ids('organization')) {
      const bulk = Number(id.split('_')[1]);
      counts.set(bulk, (counts.get(bulk) ?? 0) + 1);
    }
    const intents = new Set((await store.intents()).map(({ seq }) => seq));
    const stored = Math.max(0, ...counts.keys());
    const bulks = Array.from({ length: stored }, (_, index) => index + 1);
    return {
      stored,
      partial: bulks.filter((bulk) => counts.get(bulk) !== bulkSize || !intents.has(bulk)),
    };
  } finally {
    await store.close();
  }
}

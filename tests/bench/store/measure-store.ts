import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../support/percentile';
import { timed } from '../support/timed';
import { storeQuestions } from './ask-store';
import { openBenchStore } from './open-bench-store';
import { bulkWriteRate } from './storage-writes';

const rounds = 100;
const openings = 40;

/** What a store of one size measured. */
export interface StoreMeasures {
  /** Documents a second, with text index, facets and all indexes built. */
  readonly load: number;
  /** 95th percentiles in ms, warm, by question. */
  readonly questions: Readonly<Record<string, number>>;
  readonly openMs: number;
  /** MB of a process that holds the store and has answered 1,000 mixed queries. */
  readonly memoryMb: number;
}

/** Loads a store of `count` memberships and asks it everything. */
export async function measureStore(count: number, seed: number): Promise<StoreMeasures> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-store-'));
  try {
    const database = await openBenchStore(directory);
    const load = await bulkWriteRate(database.memberships, count, seed, () =>
      database.memberships.count().exec(),
    );
    const questions: Record<string, number> = {};
    for (const [name, ask] of Object.entries(storeQuestions(database.memberships, count, seed))) {
      const taken: number[] = [];
      for (let round = -10; round < rounds; round += 1) {
        const ms = await timed(() => ask(Math.abs(round)));
        if (round >= 0) taken.push(ms);
      }
      questions[name] = percentile(taken, 0.95);
    }
    await database.close();
    return {
      load,
      questions,
      openMs: await openMs(directory),
      memoryMb: await memoryMb(directory, count, seed),
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function openMs(directory: string): Promise<number> {
  const taken: number[] = [];
  for (let opening = -2; opening < openings; opening += 1) {
    const start = performance.now();
    const database = await openBenchStore(directory);
    if (opening >= 0) taken.push(performance.now() - start);
    await database.close();
  }
  return percentile(taken, 0.95);
}

async function memoryMb(directory: string, count: number, seed: number): Promise<number> {
  const child = fork(join(import.meta.dirname, 'hold-store.ts'), [directory, String(count), String(seed)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [bytes] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the holder of the store ended with ${code}`);
    }),
  ])) as [number];
  return Math.round(bytes / 2 ** 20);
}

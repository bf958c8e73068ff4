import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithMemory } from '../store/sqlite-storage/query-differential';
import { figure } from './support/figure';

const documents = 60;
const queriesPerStore = 500;

/** Random queries over random documents: how many answers differ from those of RxDB's memory storage. */
export async function run({ seed, size = 100_000 }: { readonly seed: number; readonly size?: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-fuzz-'));
  let asked = 0;
  let differences = 0;
  try {
    for (let round = 0; asked < size; round += 1) {
      const queries = Math.min(queriesPerStore, size - asked);
      const found = await compareWithMemory(seed * 100_000 + round, directory, { documents, queries });
      for (const difference of found) process.stderr.write(`${JSON.stringify(difference)}\n`);
      asked += queries;
      differences += found.length;
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return {
    figures: [
      figure('queries asked', asked, 'queries', { least: size }),
      figure('answers that differ in ids, order or count', differences, 'queries', { most: 0 }),
    ],
  };
}

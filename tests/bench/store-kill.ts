import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killTrial } from '../store/kill-trial';
import { seeded } from '../store/sqlite-storage/random-queries';
import { figure } from './support/figure';

/** Kills before a fresh store is begun: checking a store takes longer the more is in it. */
const killsPerStore = 20;

/** `kill -9` during bulk writes, again and again on what the last kill left. */
export async function run({ seed, size = 200 }: { readonly seed: number; readonly size?: number }) {
  const random = seeded(seed);
  let directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-kill-'));
  let last = 0;
  let bulks = 0;
  let lost = 0;
  let partial = 0;
  for (let kill = 0; kill < size; kill += 1) {
    if (kill > 0 && kill % killsPerStore === 0) {
      await rm(directory, { recursive: true, force: true });
      directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-kill-'));
      last = 0;
    }
    const outcome = await killTrial(directory, last, random() * 300);
    bulks += outcome.stored - last;
    lost += Math.max(0, outcome.acknowledged - outcome.stored);
    partial += outcome.partial.length;
    last = outcome.stored;
  }
  await rm(directory, { recursive: true, force: true });
  return {
    figures: [
      figure('processes killed while writing', size, 'kills', { beside: { 'bulks written': bulks } }),
      figure('acknowledged bulks that were lost', lost, 'bulks', { most: 0 }),
      figure('bulks there in part', partial, 'bulks', { most: 0 }),
    ],
  };
}

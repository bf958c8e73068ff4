import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DamageOutcome, damageTrial, makeDamageBase } from '../store/damage-trial';
import { figure } from './support/figure';

/** Random bit flips, cuts and torn logs: how many the store noticed, and whether every open intent came back. */
export async function run({ seed, size = 1_000 }: { readonly seed: number; readonly size?: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-damage-'));
  const counts: Record<DamageOutcome['kind'], number> = {
    refused: 0,
    'told by the verdict': 0,
    silent: 0,
    'edits lost': 0,
  };
  try {
    const base = await makeDamageBase(directory);
    for (let trial = 0; trial < size; trial += 1) {
      const { kind, what } = await damageTrial(base, directory, seed * 1_000_000 + trial);
      counts[kind] += 1;
      if (kind === 'silent' || kind === 'edits lost') process.stderr.write(`${kind}: ${what}\n`);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  const noticed = counts.refused + counts['told by the verdict'] + counts['edits lost'];
  return {
    figures: [
      figure('damaged stores noticed', noticed, 'stores', { least: size, beside: counts }),
      figure('damaged stores noticed while opening or reading', counts.refused, 'stores'),
      figure('silent damage', counts.silent, 'stores', { most: 0 }),
      figure('stores that lost an open intent', counts['edits lost'], 'stores', { most: 0 }),
    ],
  };
}

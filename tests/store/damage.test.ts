import { expect, test } from 'vitest';
import { type DamageOutcome, damageTrial, makeDamageBase } from './damage-trial';
import { tempDirectory } from './temp-directory';

const trials = 30;

test('flipped bits, cut files and torn logs are never silent, and cost no edit', async () => {
  const directory = await tempDirectory();
  const base = await makeDamageBase(directory);
  const failures: DamageOutcome[] = [];
  for (let seed = 1; seed <= trials; seed += 1) {
    const outcome = await damageTrial(base, directory, seed);
    if (outcome.kind === 'silent' || outcome.kind === 'edits lost') failures.push(outcome);
  }
  expect(failures).toEqual([]);
}, 120_000);

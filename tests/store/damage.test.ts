import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type DamageOutcome, damageTrial, makeDamageBase } from './damage-trial';

/** The last one once kept a database open that was found damaged while it was being opened. */
const seeds = [...Array.from({ length: 17 }, (_, index) => index + 1), 1_000_068];

test('flipped bits, cut files and torn logs are never silent, and cost no edit', async () => {
  const directory = await temporaryFolder();
  const base = await makeDamageBase(directory);
  const failures: DamageOutcome[] = [];
  for (const seed of seeds) {
    const outcome = await damageTrial(base, directory, seed);
    if (outcome.kind === 'silent' || outcome.kind === 'edits lost') failures.push(outcome);
  }
  expect(failures).toEqual([]);
}, 120_000);

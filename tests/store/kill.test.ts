import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { killTrial } from './kill-trial';
import { seeded } from './sqlite-storage/random-queries';

const kills = 3;

test('kill -9 during bulk writes loses no acknowledged bulk and leaves none in part', async () => {
  const directory = await temporaryFolder();
  const random = seeded(7);
  let last = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { acknowledged, stored, partial } = await killTrial(directory, last, random() * 150);
    expect(partial).toEqual([]);
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
    expect(stored).toBeGreaterThan(last);
    last = stored;
  }
}, 120_000);

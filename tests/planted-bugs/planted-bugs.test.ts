import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { survivors } from './plant-bugs';
import { plantedBugs } from './planted-bugs';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('25 bugs and more can be planted into the sources as they stand', async () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(25);
  for (const { name, file, find } of plantedBugs)
    expect((await readFile(root + file, 'utf8')).split(find).length - 1, name).toBe(1);
});

it('the quickest of them are noticed; all are by `npm run bench -- planted-bugs`', async () => {
  const quick = plantedBugs.filter(({ test }) => test === 'tests/domain/settle.test.ts');
  expect(quick.length).toBeGreaterThan(1);
  expect(await survivors(quick)).toEqual([]);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder';

test('passes', async () => writeFileSync(join(await temporaryFolder(), 'of one that passed'), ''));

test('fails', async () => {
  writeFileSync(join(await temporaryFolder(), 'evidence'), '');
  expect(true).toBe(false);
});

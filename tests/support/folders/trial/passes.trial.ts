import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { temporaryFolder } from '../temporary-folder';

const forgotten = mkdtempSync(join(tmpdir(), 'forgotten-'));

test('passes, and removes nothing', async () => {
  writeFileSync(join(forgotten, 'left'), '');
  writeFileSync(join(await temporaryFolder(), 'left'), '');
});

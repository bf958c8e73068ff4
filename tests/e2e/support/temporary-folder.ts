import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { folderList } from './folder-list';

/**
 * A new folder in TMPDIR. One of a test is removed by `tidy-folders.ts`, unless a test of its file fails; one of another
 * script (the tour) goes when that ends.
 */
export async function temporaryFolder(purpose: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `tenantry-${purpose}-`));
  if (process.env.TEST_WORKER_INDEX === undefined) {
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }
  const { file } = test.info();
  mkdirSync(folderList(), { recursive: true });
  writeFileSync(
    join(folderList(), `${process.pid}-${performance.now()}.json`),
    JSON.stringify({ file, folder }),
  );
  return folder;
}

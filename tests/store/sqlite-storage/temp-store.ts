import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const KEY = '5a'.repeat(32);
export const OTHER_KEY = 'a5'.repeat(32);

/** A folder of its own for one test file's databases, and how to remove it. */
export function tempDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'sqlite-storage-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

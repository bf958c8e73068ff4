import { basename, join, relative } from 'node:path';

/** The folder of a test file in the folder of its run: `sync-odd-records` of `tests/sync/odd-records.test.ts`. */
export function folderOf(run: string, file: string): string {
  const path = relative(process.cwd(), file).replace(/\.(test|trial)\.ts$/, '');
  return join(run, path.replace(/^tests[\\/]/, '').replaceAll(/[\\/.]+/g, '-') || basename(file));
}

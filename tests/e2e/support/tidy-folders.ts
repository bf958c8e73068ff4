import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { z } from 'zod';
import { folderList } from './folder-list';

const Entry = z.object({ file: z.string(), folder: z.string() });

/**
 * Removes the temporary folders of a run's test files that passed, and says where those of failed ones are kept: a whole
 * run would leave a quarter of a gigabyte behind.
 */
export default class TidyFolders implements Reporter {
  readonly #failed = new Set<string>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== test.expectedStatus) this.#failed.add(test.location.file);
  }

  async onEnd(): Promise<void> {
    const listed = await readdir(folderList()).catch(() => []);
    for (const name of listed) {
      const { file, folder } = Entry.parse(JSON.parse(await readFile(join(folderList(), name), 'utf8')));
      if (this.#failed.has(file)) process.stdout.write(`Kept of ${file}: ${folder}\n`);
      else await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    await rm(folderList(), { recursive: true, force: true });
  }

  printsToStdio(): boolean {
    return false;
  }
}

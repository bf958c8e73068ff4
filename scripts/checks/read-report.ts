import { readFile } from 'node:fs/promises';

/** The JSON report that a runner was told to write; throws, with how the runner ended, when there is none. */
export async function readReport(file: string, runner: string, code: number): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${runner} ended with code ${code} and left no report`, { cause: error });
  }
}

import { readFile } from 'node:fs/promises';
import { text as readStdin } from 'node:stream/consumers';
import { failure, type Result, success } from '@shared/contract/failure';

/**
 * What a JSON file holds, or standard input for `-`.
 *
 * @param done what would have been done with it: `Nothing was staged.`
 */
export async function readJsonFile(file: string, done: string): Promise<Result<unknown>> {
  try {
    const text = file === '-' ? await readStdin(process.stdin) : await readFile(file, 'utf8');
    // An editor may have put a byte-order mark before it.
    return success(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure(
      'invalid-input',
      `${file} cannot be read: ${message}. Nothing was ${done}.`,
      'Correct the file or its path.',
    );
  }
}

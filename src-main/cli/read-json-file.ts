import { readFile } from 'node:fs/promises';
import { text as readStdin } from 'node:stream/consumers';
import { failure, type Result, success } from '@shared/contract/failure';

/**
 * The text of a file, or standard input for `-`.
 *
 * @param done what would have been done with it: `Nothing was staged.`
 */
export async function readTextFile(file: string, done: string): Promise<Result<string>> {
  try {
    const text = file === '-' ? await readStdin(process.stdin) : await readFile(file, 'utf8');
    // An editor may have put a byte-order mark before it.
    return success(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return unreadable(file, done, error);
  }
}

/** What a JSON file holds; as `readTextFile`. */
export async function readJsonFile(file: string, done: string): Promise<Result<unknown>> {
  const text = await readTextFile(file, done);
  if (!text.ok) return text;
  try {
    return success(JSON.parse(text.value));
  } catch (error) {
    return unreadable(file, done, error);
  }
}

function unreadable(file: string, done: string, error: unknown): Result<never> {
  const message = error instanceof Error ? error.message : String(error);
  return failure(
    'invalid-input',
    `${file} cannot be read: ${message}. Nothing was ${done}.`,
    'Correct the file or its path.',
  );
}

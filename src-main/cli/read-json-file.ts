import { readFile } from 'node:fs/promises';
import { buffer as readStdin } from 'node:stream/consumers';
import { failure, type Result, success } from '@shared/contract/failure';

/**
 * The text of a file, or standard input for `-`.
 *
 * @param done what would have been done with it: `Nothing was staged.`
 * @param toTheByte keeps a byte-order mark, where it is asked whether the file is as it was written
 */
export async function readTextFile(file: string, done: string, toTheByte = false): Promise<Result<string>> {
  try {
    const bytes = file === '-' ? await readStdin(process.stdin) : await readFile(file);
    // Drops a byte-order mark else, and takes nothing loosely: a bad byte would become another letter, and be sent.
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: toTheByte }).decode(bytes));
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

/** What a file is called in a message. */
export const calledIn = (file: string): string => (file === '-' ? 'Standard input' : file);

function unreadable(file: string, done: string, error: unknown): Result<never> {
  const called = calledIn(file);
  if (error instanceof TypeError)
    return failure(
      'invalid-input',
      `${called} is not UTF-8. Nothing was ${done}.`,
      'Save the file as UTF-8.',
    );
  const message = error instanceof Error ? error.message : String(error);
  return failure(
    'invalid-input',
    `${called} cannot be read: ${message}. Nothing was ${done}.`,
    'Correct the file or its path.',
  );
}

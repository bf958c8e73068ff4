import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';

/**
 * A secret from the environment variable `name`, or from the file that `name_FILE` names: UTF-8, one line; a byte-order mark
 * before it and a line break behind it are not part of it.
 * Never from arguments: those show in process lists and shell histories.
 */
export async function readSecret(name: string): Promise<Result<string>> {
  const direct = process.env[name];
  if (direct !== undefined && direct !== '') return success(direct);
  const path = process.env[`${name}_FILE`];
  if (path === undefined || path === '') {
    return failure(
      'invalid-input',
      `${name} is not set.`,
      `Set ${name}, or ${name}_FILE to the path of a file that holds it.`,
    );
  }
  try {
    return secretOf(name, await readFile(path));
  } catch (error) {
    return failure(
      'invalid-input',
      `${name}_FILE names a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Correct the path or the permissions of the file.',
    );
  }
}

/** The same for one that need not be there. */
export async function readOptionalSecret(name: string): Promise<Result<string | undefined>> {
  const isSet = (variable: string): boolean => (process.env[variable] ?? '') !== '';
  return isSet(name) || isSet(`${name}_FILE`) ? readSecret(name) : success(undefined);
}

function secretOf(name: string, bytes: Buffer): Result<string> {
  let text: string;
  try {
    // Drops the mark, and takes nothing loosely: a bad byte would become another letter, the same for all of them.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unusable(name, 'is not UTF-8', 'Save the file as UTF-8.');
  }
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') return unusable(name, 'is empty', 'Write the secret into it.');
  if (/[\r\n]/.test(secret)) return unusable(name, 'has more than one line', 'Leave the secret alone in it.');
  return success(secret);
}

function unusable(name: string, what: string, next: string): Result<never> {
  return failure(
    'invalid-input',
    `The file that ${name}_FILE names ${what}. Nothing was opened or changed.`,
    next,
  );
}

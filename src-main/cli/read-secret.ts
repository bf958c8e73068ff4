import { readFile } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';

/**
 * A secret from the environment variable `name`, or from the file that `name_FILE` names (a trailing line break is cut).
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
    return success((await readFile(path, 'utf8')).replace(/\r?\n$/, ''));
  } catch (error) {
    return failure(
      'invalid-input',
      `${name}_FILE names a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Correct the path or the permissions of the file.',
    );
  }
}

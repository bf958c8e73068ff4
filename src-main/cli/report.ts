import type { Result } from '@shared/contract/failure';
import { exitCodeOf, exitCodes } from './exit-code';

/**
 * Prints a result: with `json` one object on stdout for success and failure alike, else the value as indented JSON, or a text as it is, on
 * stdout and a failure as two sentences on stderr. The exit code is the failure's, or `code` of the value; `told`: what of it is printed.
 */
export function report<T>(
  result: Result<T>,
  json: boolean,
  code: (value: T) => number = () => exitCodes.done,
  told: (value: T) => unknown = (value) => value,
): void {
  if (result.ok) {
    process.stdout.write(`${printed(told(result.value), json)}\n`);
    process.exitCode = code(result.value);
    return;
  }
  const { error } = result;
  if (json) process.stdout.write(`${JSON.stringify({ error })}\n`);
  process.stderr.write(`${error.message} ${error.next}\n`);
  process.exitCode = exitCodeOf(error.code);
}

function printed(value: unknown, json: boolean): string {
  if (json) return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

import type { Result } from '@shared/contract/failure';

/** The value of what went well; what did not go well fails the test that asks. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

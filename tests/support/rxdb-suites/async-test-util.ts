/** Stands in for the package of this name, which RxDB's exported test suites import: the two functions they use. */
import { setTimeout as sleep } from 'node:timers/promises';
import { randomToken } from 'rxdb';

export async function wait(ms = 0): Promise<void> {
  await sleep(ms);
}

export function randomString(length = 5): string {
  return randomToken(length);
}

import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow over what lives in it before it is collected as a whole, percent. */
const growth = 100;

/**
 * Lets V8 collect once the heap is twice what lives in it, for the whole process; by itself it waits for up to four times. A sync reads
 * and drops gigabytes, and what nobody holds any more would stand in memory at several times what is held.
 */
export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}

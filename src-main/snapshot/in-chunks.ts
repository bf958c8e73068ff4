import { setImmediate as turn } from 'node:timers/promises';

/** The same in lists of at most `size`; others get their turn between two of them. */
export async function* inChunks<T>(all: Iterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let chunk: T[] = [];
  for (const each of all) {
    chunk.push(each);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
    await turn();
  }
  if (chunk.length > 0) yield chunk;
}

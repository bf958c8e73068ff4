import { afterAll, describe, expect, it } from 'vitest';
import { compareWithMemory } from './query-differential';
import { tempDirectory } from './temp-store';

const directory = tempDirectory();
afterAll(() => directory.remove());

describe('random queries', () => {
  it.each([101, 102, 103, 104])(
    "find what RxDB's memory storage finds, in its order and number (seed %i)",
    async (seed) => {
      expect(await compareWithMemory(seed, directory.path, { documents: 60, queries: 250 })).toEqual([]);
    },
  );
});

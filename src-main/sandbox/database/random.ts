const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A seeded stream of numbers: the same name gives the same stream on every machine. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** An integer in [low, high], both included. */
  readonly int: (low: number, high: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One element; throws on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A new list in random order. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** Letters and digits. */
  readonly base62: (length: number) => string;
}

/** Hashes a name to four 32-bit words (MurmurHash3's mixing steps, as in the public domain xmur3). */
const words = (name: string): readonly number[] => {
  let hash = 1779033703 ^ name.length;
  for (let i = 0; i < name.length; i += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return [0, 1, 2, 3].map(() => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  });
};

/**
 * Makes a stream from a name such as `northwind/1/users` (sfc32).
 *
 * Separate names give independent streams, so that a change in one part of a world leaves the others as they were.
 */
export const createRandom = (name: string): Random => {
  let [a = 1, b = 2, c = 3, d = 4] = words(name);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) next();
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('pick from an empty list');
    return list[int(0, list.length - 1)] as T;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    shuffle: <T>(list: readonly T[]): T[] => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
      }
      return copy;
    },
    base62: (length) => {
      let text = '';
      for (let i = 0; i < length; i += 1) text += base62[int(0, 61)];
      return text;
    },
  };
};

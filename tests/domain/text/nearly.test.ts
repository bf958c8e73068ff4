import { holdsNearly, isNearly } from '@shared/domain/text/nearly';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** Optimal string alignment, by its table. */
function slips(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1)
        least = Math.min(least, at(i - 2, j - 2) + 1);
      (d[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

it('a word is nearly another one where one slip lies between them, as a table of all slips says', () => {
  fc.assert(
    fc.property(word, word, (typed, other) => {
      expect(isNearly(typed, other)).toBe(slips(typed, other) <= 1);
      const beginnings = Array.from({ length: other.length + 1 }, (_, length) => other.slice(0, length));
      expect(isNearly(typed, other, true)).toBe(beginnings.some((each) => slips(typed, each) <= 1));
    }),
    { numRuns: 20_000 },
  );
});

it.each([
  ['Change role of 2 memberships…', 'chnage role', true],
  ['Blocked country codes', 'contry', true],
  ['Test mode', 'tset mode', true],
  ['Test mode', 'tst', false],
  ['Roles', 'poles of', false],
])('%s is found by “%s”: %s', (text, needle, found) => {
  expect(holdsNearly(text, needle)).toBe(found);
});

import { type Held, mostHeld, placedHeld, rowAtPlace, withHeld } from '@renderer/screens/kit/place-held';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** What stands at each place: the others by their letters, held rows by their ids. */
const shown = (held: readonly Held[], others: string): string[] => {
  const placed = placedHeld(held, others.length);
  return Array.from({ length: others.length + placed.length }, (_, place) => {
    const at = rowAtPlace(placed, place);
    return 'held' in at ? at.held : (others[at.other] ?? '?');
  });
};

test('a held row stays in its place, and the others fill the table around it', () => {
  expect(shown([{ id: 'X', at: 1 }], 'abc')).toEqual(['a', 'X', 'b', 'c']);
  expect(
    shown(
      [
        { id: 'Y', at: 3 },
        { id: 'X', at: 0 },
      ],
      'abc',
    ),
  ).toEqual(['X', 'a', 'b', 'Y', 'c']);
});

test('where others are gone, a held row closes up to them', () => {
  expect(
    shown(
      [
        { id: 'X', at: 9 },
        { id: 'Y', at: 8 },
      ],
      'a',
    ),
  ).toEqual(['a', 'Y', 'X']);
});

test('every row is shown once, whatever is held and wherever', () => {
  const held = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[A-Z]{2}$/), at: fc.nat(30) }), {
    maxLength: mostHeld,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(held, fc.nat(20), (rows, count) => {
      const others = 'abcdefghijklmnopqrstuvwxyz'.slice(0, count);
      const all = shown(withHeld([], rows), others);
      expect([...all].sort()).toEqual([...others, ...rows.map(({ id }) => id)].sort());
      expect(all.filter((row) => row.length === 1)).toEqual([...others]);
    }),
  );
});

test('a row that is held already keeps its first place; of too many the longest held are let go', () => {
  const many = Array.from({ length: mostHeld }, (_, at) => ({ id: `row ${at}`, at }));
  expect(withHeld(many, [{ id: 'row 3', at: 40 }])).toBe(many);
  expect(withHeld(many, [{ id: 'one more', at: 0 }]).map(({ id }) => id)).toEqual([
    ...many.slice(1).map(({ id }) => id),
    'one more',
  ]);
});

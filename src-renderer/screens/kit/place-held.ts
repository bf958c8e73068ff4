/** A row that keeps its place in a table, whatever it would be sorted by now. */
export interface Held {
  readonly id: string;
  /** Its place among all rows of the table. */
  readonly at: number;
}

/** More rows than this are not kept in place: the longest held go where they sort. */
export const mostHeld = 50;

/** The held rows with some more, each at its place; one that is held already stays where it is. */
export function withHeld(held: readonly Held[], more: readonly Held[]): readonly Held[] {
  const known = new Set(held.map(({ id }) => id));
  const added = more.filter(({ id }) => !known.has(id));
  return added.length === 0 ? held : [...held, ...added].slice(-mostHeld);
}

/**
 * Where held rows stand among `others` rows that sort by themselves: in order, and none behind a gap when others are gone.
 *
 *     others: a b c d     held: X at 1, Y at 9     shown: a X b c d Y
 */
export function placedHeld(held: readonly Held[], others: number): readonly Held[] {
  let next = 0;
  return held
    .toSorted((a, b) => a.at - b.at)
    .map(({ id, at: wanted }, index) => {
      // Two may have stood in one place, one after the other.
      const at = Math.min(Math.max(wanted, next), others + index);
      next = at + 1;
      return { id, at };
    });
}

/** Whose row stands at a place: a held one's, or which of the others. */
export function rowAtPlace(
  placed: readonly Held[],
  place: number,
): { readonly held: string } | { readonly other: number } {
  const before = placed.filter(({ at }) => at < place).length;
  const here = placed.find(({ at }) => at === place);
  return here === undefined ? { other: place - before } : { held: here.id };
}

/**
 * What React tells rows apart by: their ids, so that an element stays with its record while others come and go around it, and a
 * press that began on one never ends on another. A place whose row is on its way, or is shown twice for a moment (where two pages
 * that are read one after the other meet), goes by its number.
 */
export function rowKeys<T>(
  first: number,
  rows: readonly (T | undefined)[],
  idOf: (row: T) => string,
): readonly string[] {
  const seen = new Set<string>();
  return rows.map((row, place) => {
    const id = row === undefined ? '' : idOf(row);
    const key = row === undefined || seen.has(id) ? `#${first + place}` : id;
    seen.add(id);
    return key;
  });
}

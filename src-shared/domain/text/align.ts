/** Texts that differ in more than so many pairs of pieces are not compared piece by piece. */
const mostPairs = 4_000_000;

/**
 * Where each piece of `from` stands in `to`, -1 where it is not there: a longest common row of pieces, in order. Of texts too long to
 * compare, what they begin and end with alike. Pure.
 */
export function align(from: readonly string[], to: readonly string[]): Int32Array {
  const places = new Int32Array(from.length).fill(-1);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) {
    places[start] = start;
    start += 1;
  }
  let [end, toEnd] = [from.length, to.length];
  while (end > start && toEnd > start && from[end - 1] === to[toEnd - 1]) {
    end -= 1;
    toEnd -= 1;
    places[end] = toEnd;
  }
  const [rows, columns] = [end - start, toEnd - start];
  if (rows * columns > mostPairs) return places;
  const lengths = commonLengths(from.slice(start, end), to.slice(start, toEnd));
  const at = (row: number, column: number): number => lengths[row * (columns + 1) + column] ?? 0;
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (from[start + row] === to[start + column]) {
      places[start + row] = start + column;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return places;
}

/** How much is common from each pair of places on; a row is one longer than `to`. */
function commonLengths(from: readonly string[], to: readonly string[]): Uint32Array {
  const width = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * width);
  for (let row = from.length - 1; row >= 0; row -= 1)
    for (let column = to.length - 1; column >= 0; column -= 1) {
      const [below, right] = [
        lengths[(row + 1) * width + column] ?? 0,
        lengths[row * width + column + 1] ?? 0,
      ];
      lengths[row * width + column] =
        from[row] === to[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(below, right);
    }
  return lengths;
}

/** Items skipped by Page Up and Page Down, in rows. */
const pageRows = 4;
const far = Number.MAX_SAFE_INTEGER / 2;

/** Where a key, as the table of commands writes it, moves to among `count` items in rows of `columns`; null: nowhere. */
export function gridTarget(key: string, active: number, count: number, columns: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    J: 1,
    ArrowLeft: -1,
    K: -1,
    '↓': columns,
    '↑': -columns,
    PageDown: columns * pageRows,
    PageUp: -columns * pageRows,
    Home: -far,
    End: far,
  };
  const move = moves[key];
  if (move === undefined || count === 0) return null;
  const target = active + move;
  // A step down from the last full row into a shorter one ends on the last item; one past the edge stays.
  if (Math.abs(move) === columns && columns > 1 && target < 0) return active;
  return Math.max(0, Math.min(count - 1, target));
}

/** Levels that a record may nest: what lies far deeper (V8 takes some 1,900) passes between no processes, and is no text again. */
export const mostLevels = 1_200;

/** The property of a record under which it nests deeper than `mostLevels`; undefined where none does. */
export function tooDeepAt(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  for (const [name, value] of Object.entries(raw)) if (nests(value, mostLevels - 1)) return name;
  return undefined;
}

/** Whether there are values below so many levels. */
function nests(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const inner of Object.values(value)) if (nests(inner, levels - 1)) return true;
  return false;
}

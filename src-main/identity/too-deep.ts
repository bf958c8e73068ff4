/** Levels that a record may nest: what lies far deeper (V8 takes some 1,900) passes between no processes, and is no text again. */
export const mostLevels = 1_200;

/** The property of a record under which it nests deeper than `mostLevels`; undefined where none does. */
export function tooDeepAt(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const record = raw as Record<string, unknown>;
  for (const name in record) if (nests(record[name], mostLevels - 1)) return name;
  return undefined;
}

/** Whether there are values below so many levels. Asked of all that arrives, so no list is made of what is only looked through. */
function nests(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => nests(inner, levels - 1));
  const record = value as Record<string, unknown>;
  for (const name in record) if (nests(record[name], levels - 1)) return true;
  return false;
}

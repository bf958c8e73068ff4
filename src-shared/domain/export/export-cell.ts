import type { JsonValue } from '../json';
import type { Kind } from '../kinds/kinds';

/** A cell as a spreadsheet types it; null is an empty one. Times are dates, everything that has parts is its JSON. */
export type ExportCell = string | number | boolean | Date | null;

/** A value as a cell. 0 says never of a time, and nothing is empty. Pure. */
export function exportCell(kind: Kind, value: JsonValue | undefined): ExportCell {
  if (value === undefined || value === null) return null;
  if (kind === 'time' && typeof value === 'number') return value === 0 ? null : moment(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return value;
}

/** A number that is no moment (in nanoseconds, say) stays one. */
function moment(ms: number): Date | number {
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? ms : at;
}

import type { JsonValue } from '../json';
import type { Kind } from '../kinds/kinds';

/** A cell as a spreadsheet types it; null is an empty one. Times are dates, everything that has parts is its JSON. */
export type ExportCell = string | number | boolean | Date | null;

/** A value as a cell. 0 says never of a time, and nothing is empty. Pure. */
export function exportCell(kind: Kind, value: JsonValue | undefined): ExportCell {
  if (value === undefined || value === null) return null;
  if (kind === 'time') return typeof value === 'number' && value !== 0 ? new Date(value) : null;
  if (typeof value === 'object') return JSON.stringify(value);
  return value;
}

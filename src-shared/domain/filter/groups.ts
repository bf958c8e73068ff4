import type { EntityName } from '../entity';
import type { JsonValue } from '../json';
import { fieldAt } from '../records/fields-of';
import type { Condition } from './condition';

/** Rows that have the same in a field. Of times: of one month (UTC), `2026-11`, or null for never. */
export interface Group {
  readonly value: JsonValue;
  readonly count: number;
}

const isTime = (entity: EntityName, field: string): boolean => fieldAt(entity, field)?.kind === 'time';

/** Counts per value as groups, the largest first; those of times by month, the latest first. */
export function groupsOf(entity: EntityName, field: string, counts: readonly Group[]): readonly Group[] {
  if (!isTime(entity, field)) return counts;
  const months = new Map<string, number>();
  for (const { value, count } of counts) {
    const month = typeof value === 'number' && value > 0 ? new Date(value).toISOString().slice(0, 7) : '';
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, count]) => ({ value: month === '' ? null : month, count }));
}

/** What the rows of a group are, as a condition. */
export function groupCondition(entity: EntityName, field: string, value: JsonValue): Condition {
  if (!isTime(entity, field)) return { field, op: 'eq', value };
  if (value === null) return { field, op: 'set', value: false };
  const [year = 0, month = 1] = String(value).split('-').map(Number);
  return { field, op: 'between', value: [Date.UTC(year, month - 1), Date.UTC(year, month) - 1] };
}

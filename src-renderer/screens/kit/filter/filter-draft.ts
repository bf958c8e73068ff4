import type { EntityName } from '@shared/domain/entity';
import {
  type Condition,
  type Filter,
  type FilterOp,
  grouped,
  groupOf,
} from '@shared/domain/filter/condition';
import { filterFault } from '@shared/domain/filter/condition-fault';
import { lastMoment, readFilterValue, timeText } from '@shared/domain/filter/filter-value';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { comparedField } from '@shared/domain/query-field';
import { t } from '@shared/language/t';
import { type FilterField, fieldOf } from './filter-fields';
import { type Asks, asksOf, opWords } from './filter-ops';

/** A condition as it is being made: its values are what was typed. */
export interface DraftRow {
  readonly id: number;
  readonly path: string;
  /** Inside of metadata. */
  readonly key: string;
  readonly asks: Asks;
  readonly values: readonly string[];
}

export interface DraftGroup {
  readonly id: number;
  readonly by: 'all' | 'any' | 'none';
  readonly items: readonly DraftItem[];
}
export type DraftItem = DraftRow | DraftGroup;

export const isGroup = (item: DraftItem): item is DraftGroup => 'items' in item;

let lastId = 0;
const newId = (): number => {
  lastId += 1;
  return lastId;
};

export const newRow = (field: FilterField, asks: Asks, key = ''): DraftRow => ({
  id: newId(),
  path: field.path,
  key,
  asks,
  values:
    field.how === 'flag' ? ['true'] : asks === 'last' || asks === 'notLast' || asks === 'next' ? ['30d'] : [],
});

export const newGroup = (by: DraftGroup['by'], items: readonly DraftItem[]): DraftGroup => ({
  id: newId(),
  by,
  items,
});

/** Conditions as a draft: one group, of whose conditions all must hold unless the only one is a group of its own. */
export function draftOf(
  entity: EntityName,
  fields: readonly FilterField[],
  where: readonly Condition[],
): DraftGroup {
  const item = (condition: Condition): DraftItem => {
    const group = groupOf(condition);
    if (group !== null) return newGroup(group.by, group.of.map(item));
    const filter = condition as Filter;
    const { field, key } = fieldOf(fields, entity, filter.field);
    const isAny = comparedField(entity, filter.field)?.kind === 'any';
    const isList = typeof filter.value === 'object' && filter.value !== null && isJsonArray(filter.value);
    const values = (isList ? filter.value : [filter.value]) as readonly JsonValue[];
    const isRaw = filter.op === 'contains' || opWords(field.how, asksOf(entity, filter)).takes === 'span';
    const say = (value: JsonValue, at: number): string =>
      isRaw ? String(value) : typed(field, value, { isAny, isEnd: isEnd(filter.op, at) });
    const isAsked = ['exists', 'absent'].includes(asksOf(entity, filter));
    const bare = isAsked ? [] : values.map(say);
    // A choice is asked for one of several, also where an address says `=`.
    const asks =
      field.how !== 'choice'
        ? asksOf(entity, filter)
        : filter.op === 'eq'
          ? 'in'
          : filter.op === 'ne'
            ? 'nin'
            : asksOf(entity, filter);
    return { id: newId(), path: field.path, key, asks, values: bare };
  };
  const [only] = where;
  const group = only === undefined || where.length > 1 ? null : groupOf(only);
  return group === null ? newGroup('all', where.map(item)) : newGroup(group.by, group.of.map(item));
}

/** Whether a day that stands there means its last moment, as in text (docs/cli.md): it is all of it. */
const isEnd = (asks: Asks | FilterOp, at: number): boolean =>
  asks === 'gt' || asks === 'lte' || (asks === 'between' && at === 1);

/** A day as its field has it, in UTC as in files. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** A value as it is typed; a time that is no day as it is. */
function typed(
  { how }: FilterField,
  value: JsonValue,
  { isAny, isEnd }: { readonly isAny: boolean; readonly isEnd: boolean },
): string {
  if (how === 'time' && typeof value === 'number') return timeText(value, isEnd ? 'last' : 'first');
  if (typeof value !== 'string') return JSON.stringify(value);
  const isOther = isAny && /^(true|false|-?\d+(\.\d+)?|\[.*\]|\{.*\})$/s.test(value);
  // Nothing, blanks at the ends and what would be read as something else stand in quotes.
  return isOther || value === 'null' || value.trim() !== value || /^(".*")?$/s.test(value)
    ? JSON.stringify(value)
    : value;
}

/** The conditions that a draft comes to, and the rows that say nothing yet or what does not fit, with why. */
export function conditionsOf(
  entity: EntityName,
  fields: readonly FilterField[],
  draft: DraftGroup,
): { readonly where: readonly Condition[]; readonly faults: ReadonlyMap<number, string> } {
  const faults = new Map<number, string>();
  const made = (item: DraftItem): readonly Condition[] => {
    if (isGroup(item)) {
      const of = item.items.flatMap(made);
      return of.length === 0 ? [] : [grouped(item.by, of)];
    }
    const filter = filterOf(entity, fields, item);
    const fault = typeof filter === 'string' ? filter : filterFault(entity, filter);
    if (fault === null && typeof filter !== 'string') return [filter];
    faults.set(item.id, fault ?? '');
    return [];
  };
  const of = draft.items.flatMap(made);
  return { where: of.length === 0 ? [] : draft.by === 'all' ? of : [grouped(draft.by, of)], faults };
}

/** The condition of a row, or what it lacks. */
function filterOf(entity: EntityName, fields: readonly FilterField[], row: DraftRow): Filter | string {
  const { field: known } = fieldOf(fields, entity, row.path);
  if (known.how === 'metadata' && row.key.trim() === '') return t('Type a key, such as tier');
  const field = known.how === 'metadata' ? `${row.path}.${row.key.trim()}` : row.path;
  const asked = comparedField(entity, field);
  if (asked === null) return t('There is no such field');
  const { asks } = row;
  if (asks === 'exists' || asks === 'absent') return { field, op: 'set', value: asks === 'exists' };
  const { takes } = opWords(known.how, asks);
  const wanted = takes === 'two' ? 2 : 1;
  const texts = row.values.map((value) => value.trim()).filter((value) => value !== '');
  if (texts.length < wanted) return takes === 'several' ? t('Choose at least one') : t('Type a value');
  if (takes === 'span' || asks === 'contains') return { field, op: asks, value: row.values[0] ?? '' };
  const values = texts.map((text, at) => {
    const value = read(asked, text);
    const isAll = known.how === 'time' && typeof value === 'number' && isEnd(asks, at);
    return isAll ? lastMoment(text, value) : value;
  });
  if (values.some((value) => value === undefined))
    return known.how === 'number' ? t('Type a number') : t('Type another value');
  const [first = null, second = null] = values;
  const value =
    takes === 'several' ? (values as JsonValue[]) : takes === 'two' ? [first ?? null, second ?? null] : first;
  return { field, op: asks, value: value ?? null };
}

/** In quotes a text is a text, whatever it holds. */
function read(field: Parameters<typeof readFilterValue>[0], text: string): JsonValue | undefined {
  if (!/^".*"$/s.test(text)) return readFilterValue(field, text, false);
  try {
    return readFilterValue(field, String(JSON.parse(text)), true);
  } catch {
    return readFilterValue(field, text, false);
  }
}

import { assertNever } from '../../assert-never';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '../json';
import { type Condition, type Filter, groupOf } from './condition';

/**
 * Whether a record is what conditions ask for, spans told (`atMoment`). As the store answers: a condition on a list holds where it holds of one of
 * its values, `ne` and `nin` where `eq` and `in` do not, and values of different types have no order.
 */
export function matchesAll(where: readonly Condition[], record: object): boolean {
  return where.every((condition) => matches(condition, record));
}

function matches(condition: Condition, record: object): boolean {
  const group = groupOf(condition);
  if (group === null) {
    const filter = condition as Filter;
    return holds(filter, valuesAt(record, filter.field.split('.')));
  }
  const some = (of: readonly Condition[]): boolean => of.some((each) => matches(each, record));
  if (group.by === 'all') return matchesAll(group.of, record);
  return group.by === 'any' ? some(group.of) : !some(group.of);
}

/** What stands at a path, the values of a list behind the list itself; nothing where the path leads nowhere. */
function valuesAt(record: object, steps: readonly string[]): readonly JsonValue[] {
  let held: JsonValue | undefined = record as JsonObject;
  for (const step of steps) {
    if (held === undefined || held === null || typeof held !== 'object' || isJsonArray(held)) return [];
    held = Object.hasOwn(held, step) ? held[step] : undefined;
  }
  if (held === undefined) return [];
  return typeof held === 'object' && held !== null && isJsonArray(held) ? [held, ...held] : [held];
}

function holds({ op, value }: Filter, held: readonly JsonValue[]): boolean {
  switch (op) {
    case 'eq':
      return isOneOf(held, [value]);
    case 'ne':
      return !isOneOf(held, [value]);
    case 'in':
      return isOneOf(held, listed(value));
    case 'nin':
      return !isOneOf(held, listed(value));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return held.some((one) => ordered(op, one, value));
    case 'between': {
      const [from = null, to = null] = listed(value);
      return held.some((one) => ordered('gte', one, from)) && held.some((one) => ordered('lte', one, to));
    }
    case 'contains': {
      const found = new RegExp(containing(String(value)), 'i');
      return held.some((one) => typeof one === 'string' && found.test(one));
    }
    case 'set':
      return (value === true) !== isBlank(held);
    case 'last':
    case 'notLast':
    case 'next':
      throw new Error(`${op} is told by the moment of asking: atMoment comes first`);
    default:
      return assertNever(op);
  }
}

/** A text as a pattern that stands for itself. */
export function containing(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Nothing, null, an empty text or an empty list. */
export const blankValues: readonly JsonValue[] = [null, ''];
const isBlank = (held: readonly JsonValue[]): boolean =>
  isOneOf(held, blankValues) ||
  held.some((one) => typeof one === 'object' && one !== null && isJsonArray(one) && one.length === 0);

function isOneOf(held: readonly JsonValue[], wanted: readonly JsonValue[]): boolean {
  return wanted.some(
    (one) => (one === null && held.length === 0) || held.some((each) => jsonEqual(each, one)),
  );
}

const listed = (value: JsonValue): readonly JsonValue[] =>
  typeof value === 'object' && value !== null && isJsonArray(value) ? value : [value];

function ordered(op: 'gt' | 'gte' | 'lt' | 'lte', a: JsonValue, b: JsonValue): boolean {
  if (a === null && b === null) return op === 'gte' || op === 'lte';
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string' && typeof a !== 'boolean'))
    return false;
  const [left, right] = [a, b as typeof a];
  if (op === 'gt') return left > right;
  if (op === 'gte') return left >= right;
  return op === 'lt' ? left < right : left <= right;
}

import type { SqlValue } from '../driver';
import { fold } from '../folded-text';
import { and, FALSE, or, type Sql, sql, TRUE } from '../sql';
import { NULL_KEY, type Scalar, scalarKey } from '../value-key';
import { fewValues } from './budget';
import type { FieldSql, ScalarType } from './field-sql';
import { exactly } from './predicate';

interface Stretch {
  readonly from: Sql;
  readonly to: Sql;
}

/** The stretch of keys that one type owns; see `value-key.ts`. */
function stretch(column: string, type: ScalarType): Stretch {
  switch (type) {
    case 'number':
      return { from: sql(`${column} > ?`, NULL_KEY), to: sql(`${column} < ''`) };
    case 'string':
      return { from: sql(`${column} >= ''`), to: sql(`${column} < x''`) };
    case 'boolean':
      return { from: sql(`${column} >= x'03'`), to: TRUE };
  }
}

/** One of several keys, shaped so that an index serves it; `undefined` for more than SQL takes. */
export function isOneOf(expression: string, keys: readonly SqlValue[]): Sql | undefined {
  if (keys.length === 0) return FALSE;
  if (keys.length === 1) return sql(`${expression} = ?`, ...keys);
  if (keys.length <= fewValues) return sql(`${expression} IN (${keys.map(() => '?').join(', ')})`, ...keys);
  // As one parameter: SQLite takes 32,766 of them, and compiles a statement for each number of them.
  const [listed, others] = [keys.filter(isListed), keys.filter((key) => !isListed(key))];
  const list = sql(`${expression} IN (SELECT value FROM json_each(?))`, JSON.stringify(listed));
  if (others.length > mostOddKeys) return undefined;
  return listed.length === 0 ? oneByOne(expression, others) : or(list, oneByOne(expression, others));
}

/** Keys that JSON carries to SQLite to the last bit. */
const isListed = (key: SqlValue): boolean => typeof key === 'string' || Number.isSafeInteger(key);
/** Fractions, and whether: bound one by one. */
const mostOddKeys = 1_000;

function oneByOne(expression: string, keys: readonly SqlValue[]): Sql {
  return keys.length === 0 ? FALSE : sql(`${expression} IN (${keys.map(() => '?').join(', ')})`, ...keys);
}

/** Questions to a key column, shaped so that its indexes can answer them. */
export function columnField(column: string): FieldSql {
  const ofType = (type: ScalarType): Sql => {
    const { from, to } = stretch(column, type);
    return and(from, to);
  };
  return {
    unsure: FALSE,
    missing: sql(`${column} IS NULL`),
    isNull: sql(`${column} = ?`, NULL_KEY),
    isObject: FALSE,
    equals: (values) => isOneOf(column, values.map(scalarKey)),
    compare: (comparison, operand) => {
      const { from, to } = stretch(column, typeof operand as ScalarType);
      const bound = sql(`${column} ${comparison} ?`, scalarKey(operand));
      return comparison.startsWith('<') ? and(from, bound) : and(bound, to);
    },
    ofType,
    contains: (text) =>
      exactly(and(ofType('string'), sql(`instr(lower(${column}), ?) > 0`, text.toLowerCase()))),
    modulo: (divisor, remainder) => and(ofType('number'), sql(`mod(${column}, ?) = ?`, divisor, remainder)),
  };
}

/** A column whose indexes are those of its folded text: what equals a value has its folded text, too, and is found by that. */
export function foldedField(column: string, folded: string): FieldSql {
  const field = columnField(column);
  return {
    ...field,
    equals: (values) => {
      const [plain, found] = [field.equals(values), isOneOf(folded, [...new Set(values.map(foldedKey))])];
      return plain && found && and(found, plain);
    },
  };
}

const foldedKey = (value: Scalar): SqlValue => scalarKey(typeof value === 'string' ? fold(value) : value);

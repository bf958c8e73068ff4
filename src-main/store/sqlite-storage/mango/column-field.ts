import type { SqlValue } from '../driver';
import { NULL_KEY, scalarKey } from '../value-key';
import type { FieldSql, ScalarType } from './field-sql';
import { and, FALSE, type Sql, sql, TRUE } from './sql';

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

/** One of several keys, shaped so that an index serves it. */
export function isOneOf(expression: string, keys: readonly SqlValue[]): Sql {
  if (keys.length === 0) return FALSE;
  if (keys.length === 1) return sql(`${expression} = ?`, ...keys);
  return sql(`${expression} IN (${keys.map(() => '?').join(', ')})`, ...keys);
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
    modulo: (divisor, remainder) => and(ofType('number'), sql(`mod(${column}, ?) = ?`, divisor, remainder)),
  };
}

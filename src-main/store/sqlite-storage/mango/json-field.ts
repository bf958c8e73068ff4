import { and, FALSE, or, type Sql, sql } from '../sql';
import { isPlainString } from '../string-key';
import type { Scalar } from '../value-key';
import { isOneOf } from './column-field';
import type { FieldSql, ScalarType } from './field-sql';

/** Steps that SQLite's path syntax spells as RxDB does: no quotes, no list positions, nothing JSON escapes. */
const PLAIN_STEP = /^(?!\d+$)[ !#-[\]-\ud7ff]+$/;

/** Deeper paths are the matcher's: each step is a condition of its own. */
const mostSteps = 50;

const JSON_TYPES: Readonly<Record<ScalarType, string>> = {
  string: `= 'text'`,
  number: `IN ('integer', 'real')`,
  boolean: `IN ('true', 'false')`,
};

/** The SQL literal of the path to the given steps, or `undefined` when SQLite would read it differently. */
export function jsonPath(steps: readonly string[]): string | undefined {
  if (!steps.every((step) => PLAIN_STEP.test(step))) return undefined;
  return `'$${steps.map((step) => `."${step.replaceAll("'", "''")}"`).join('')}'`;
}

function ofValues(values: readonly Scalar[], type: ScalarType): readonly Scalar[] {
  return values.filter((value) => typeof value === type);
}

/** Questions to a field that has no column: SQLite parses the document's JSON, row by row. */
export function jsonField(path: string): FieldSql | undefined {
  const steps = path.split('.');
  const own = steps.length > mostSteps ? undefined : jsonPath(steps);
  if (own === undefined) return undefined;
  const type = `json_type(data, ${own})`;
  const value = `(data ->> ${own})`;
  const typeIs = (kind: ScalarType): Sql => sql(`${type} ${JSON_TYPES[kind]}`);
  const arrays = steps.map((_, index) =>
    sql(`json_type(data, ${jsonPath(steps.slice(0, index + 1))}) = 'array'`),
  );
  return {
    unsure: or(...arrays),
    missing: sql(`${type} IS NULL`),
    isNull: sql(`${type} = 'null'`),
    isObject: sql(`${type} = 'object'`),
    equals: (values) => {
      const texts = ofValues(values, 'string').map(String);
      const numbers = ofValues(values, 'number').map(Number);
      const booleans = ofValues(values, 'boolean').map(String);
      if (!texts.every(isPlainString)) return undefined;
      const [isText, isNumber, isFlag] = [
        isOneOf(value, texts),
        isOneOf(value, numbers),
        isOneOf(type, booleans),
      ];
      if (isText === undefined || isNumber === undefined || isFlag === undefined) return undefined;
      return or(
        texts.length === 0 ? FALSE : and(typeIs('string'), isText),
        numbers.length === 0 ? FALSE : and(typeIs('number'), isNumber),
        isFlag,
      );
    },
    compare: (comparison, operand) => {
      if (typeof operand === 'string' && !isPlainString(operand)) return undefined;
      const kind = typeof operand as ScalarType;
      const bound = typeof operand === 'boolean' ? Number(operand) : operand;
      return and(typeIs(kind), sql(`${value} ${comparison} ?`, bound));
    },
    ofType: typeIs,
    contains: (text) => {
      const found = sql(`instr(lower(${value}), ?) > 0`, text.toLowerCase());
      // `lower` stops at NUL: what holds one is looked at.
      const may = and(typeIs('string'), or(found, sql(`instr(${value}, char(0)) > 0`)));
      return { may, must: and(typeIs('string'), found) };
    },
    modulo: (divisor, remainder) => and(typeIs('number'), sql(`mod(${value}, ?) = ?`, divisor, remainder)),
  };
}

import { and, FALSE, not, or, type Sql } from '../sql';
import { isScalar } from '../value-key';
import { mostLevels } from './budget';
import type { Comparison, FieldSql } from './field-sql';
import { allOf, anyOf, atMost, exactly, negated, type Predicate, UNKNOWN } from './predicate';

const COMPARISONS: Readonly<Record<string, Comparison>> = { $lt: '<', $lte: '<=', $gt: '>', $gte: '>=' };

/** Adds the rows with arrays on the path, of which SQL cannot tell whether they match. */
function aside(field: FieldSql, condition: Sql | undefined): Predicate {
  if (condition === undefined) return UNKNOWN;
  if (field.unsure === FALSE) return exactly(condition);
  return { may: or(condition, field.unsure), must: and(condition, not(field.unsure)) };
}

function equals(field: FieldSql, operand: unknown): Predicate {
  if (operand === null || operand === undefined) return aside(field, or(field.missing, field.isNull));
  if (isScalar(operand)) return aside(field, field.equals([operand]));
  return atMost(or(field.isObject, field.unsure));
}

function oneOf(field: FieldSql, operand: unknown): Predicate {
  if (!Array.isArray(operand)) return UNKNOWN;
  const list: readonly unknown[] = operand;
  const known = field.equals(list.filter(isScalar));
  const condition = known && or(known, list.includes(null) ? or(field.missing, field.isNull) : FALSE);
  const complex = list.some((item) => typeof item === 'object' && item !== null);
  return complex ? UNKNOWN : aside(field, condition);
}

function compare(field: FieldSql, comparison: Comparison, operand: unknown): Predicate {
  if (isScalar(operand)) return aside(field, field.compare(comparison, operand));
  if (operand !== null) return UNKNOWN;
  return aside(field, comparison.endsWith('=') ? field.isNull : FALSE);
}

function ofType(field: FieldSql, operand: unknown): Predicate {
  switch (operand) {
    case 'string':
    case 2:
      return aside(field, field.ofType('string'));
    case 'boolean':
    case 'bool':
    case 8:
      return aside(field, field.ofType('boolean'));
    case 'number':
    case 'double':
    case 'decimal':
    case 1:
    case 19:
      return aside(field, field.ofType('number'));
    case 'int':
    case 'long':
    case 16:
    case 18:
      return aside(field, field.modulo(1, 0));
    case 'null':
    case 10:
      return aside(field, field.isNull);
    case 'object':
    case 3:
      return aside(field, field.isObject);
    case 'array':
    case 4:
      return atMost(field.unsure);
    default:
      return UNKNOWN;
  }
}

/** JavaScript's `%` turns other types into numbers first; those are left to the matcher. */
function modulo(field: FieldSql, operand: unknown): Predicate {
  if (!Array.isArray(operand) || operand.length !== 2) return UNKNOWN;
  const [divisor, remainder] = operand as readonly unknown[];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || divisor === 0) return UNKNOWN;
  if (!Number.isFinite(divisor) || !Number.isFinite(remainder)) return UNKNOWN;
  const numbers = field.modulo(divisor, remainder);
  const others = not(or(field.ofType('number'), field.missing));
  return { may: or(numbers, others, field.unsure), must: and(numbers, not(field.unsure)) };
}

/** Letters and signs of ASCII that stand for themselves, escaped or not: such a pattern asks whether a text holds another. */
const literal = /^(?:[\w :@,\-/]|\\[\\^$.*+?()[\]{}|])+$/;

function matching(field: FieldSql, pattern: unknown, options: unknown): Predicate {
  if (typeof pattern !== 'string' || options !== 'i' || !literal.test(pattern))
    return atMost(or(field.ofType('string'), field.unsure));
  const held = field.contains(pattern.replace(/\\(.)/g, '$1'));
  if (field.unsure === FALSE) return held;
  return { may: or(held.may, field.unsure), must: and(held.must, not(field.unsure)) };
}

/** One operator on one field. What SQL cannot express exactly becomes the narrowest filter it can. */
function compileOperator(field: FieldSql, operator: string, operand: unknown, options: unknown): Predicate {
  switch (operator) {
    case '$eq':
      return equals(field, operand);
    case '$ne':
      return negated(equals(field, operand));
    case '$in':
      return oneOf(field, operand);
    case '$nin':
      return negated(oneOf(field, operand));
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
      return compare(field, COMPARISONS[operator] ?? '>', operand);
    case '$exists':
      return aside(field, operand ? not(field.missing) : field.missing);
    case '$type':
      return Array.isArray(operand)
        ? anyOf(operand.map((type) => ofType(field, type)))
        : ofType(field, operand);
    case '$mod':
      return modulo(field, operand);
    case '$size':
    case '$elemMatch':
      return atMost(field.unsure);
    case '$regex':
      return matching(field, operand, options);
    default:
      return UNKNOWN;
  }
}

/** All operators of one field together. */
export function compileOperators(
  field: FieldSql,
  operators: Readonly<Record<string, unknown>>,
  level = 0,
): Predicate {
  if (level > mostLevels) return UNKNOWN;
  return allOf(
    Object.entries(operators)
      .filter(([operator]) => operator !== '$options')
      .map(([operator, operand]) =>
        operator === '$not'
          ? negated(compileOperators(field, asOperators(operand), level + 1))
          : compileOperator(field, operator, operand, operators.$options),
      ),
  );
}

/** A field's condition as operators, as RxDB reads shorthands: a value means `$eq`, a pattern `$regex`. */
export function asOperators(condition: unknown): Readonly<Record<string, unknown>> {
  if (condition instanceof RegExp) return { $regex: condition };
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition))
    return { $eq: condition };
  const isOperator = (name: string): boolean => /^\$[a-zA-Z0-9_]+$/.test(name);
  return Object.keys(condition).some(isOperator)
    ? (condition as Record<string, unknown>)
    : { $eq: condition };
}

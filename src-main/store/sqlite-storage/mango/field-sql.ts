import type { Sql } from '../sql';
import type { Scalar } from '../value-key';
import type { Predicate } from './predicate';

export type Comparison = '<' | '<=' | '>' | '>=';
export type ScalarType = 'string' | 'number' | 'boolean';

/**
 * How one field is asked about in SQL, whether it has a column or lies in the document's JSON. Answers hold for
 * every value but arrays: rows in `unsure` have an array on the path, which only the matcher understands.
 * A method returns `undefined` when SQL would see the operand differently than JavaScript.
 */
export interface FieldSql {
  readonly unsure: Sql;
  readonly missing: Sql;
  readonly isNull: Sql;
  readonly isObject: Sql;
  equals(values: readonly Scalar[]): Sql | undefined;
  /** Type-bound, as in Mongo: a number is only ever compared with numbers. */
  compare(comparison: Comparison, operand: Scalar): Sql | undefined;
  ofType(type: ScalarType): Sql;
  /** Texts that hold one of ASCII's letters and signs, in whatever case of A to Z. */
  contains(text: string): Predicate;
  /** Numbers that leave `remainder` when divided by `divisor`, by JavaScript's `%`. */
  modulo(divisor: number, remainder: number): Sql;
}

/** Finds how SQL reaches a field; `undefined` when it cannot. */
export type FieldResolver = (path: string) => FieldSql | undefined;

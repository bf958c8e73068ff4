import type { FilledMangoQuery } from 'rxdb';
import type { CollectionTable } from '../collection-table';
import { type Sql, TRUE } from '../sql';
import { mostLevels, withinBudget } from './budget';
import { asOperators, compileOperators } from './compile-operator';
import type { FieldResolver } from './field-sql';
import { allOf, anyOf, exactly, filterOnly, isExact, negated, type Predicate, UNKNOWN } from './predicate';
import { fieldResolver, orderColumnOf } from './resolve-field';
import { sharedBounds } from './shared-bounds';

/** What SQL will do of a query; the rest is RxDB's matcher's and comparator's. */
export interface QueryPlan {
  readonly where: Predicate;
  readonly exact: boolean;
  /** The ORDER BY terms, or `undefined` when a sort field has no column that orders it. */
  readonly orderBy: string | undefined;
}

function orderTerm(table: CollectionTable, part: object): string | undefined {
  const [entry] = Object.entries(part);
  if (entry === undefined) return undefined;
  const column = orderColumnOf(table, entry[0]);
  return column && `${column} ${entry[1] === 'asc' ? 'ASC' : 'DESC'}`;
}

/** Plans a query that RxDB has normalised; `also` is a further condition that SQL decides alone. */
export function planQuery<RxDocType>(
  table: CollectionTable,
  query: Pick<FilledMangoQuery<RxDocType>, 'selector' | 'sort'>,
  also: Sql = TRUE,
): QueryPlan {
  const where = allOf([exactly(also), compileSelector(query.selector, withinBudget(fieldResolver(table)))]);
  const terms = query.sort.map((part) => orderTerm(table, part));
  const orderBy = terms.every((term) => term !== undefined) ? terms.join(', ') : undefined;
  return { where, exact: isExact(where), orderBy };
}

function eachOf(list: unknown, resolve: FieldResolver, level: number): readonly Predicate[] {
  if (!Array.isArray(list)) return [UNKNOWN];
  return list.map((selector) => compileSelector(selector, resolve, level + 1));
}

/** With bounds shared by all alternatives, these keep the index and the alternatives only filter. */
function alternatives(list: unknown, resolve: FieldResolver, level: number): Predicate {
  // First, while there is something left of the budget: they are few, and narrow the most.
  const bounds = Array.isArray(list) ? sharedBounds(list, resolve) : TRUE;
  const any = anyOf(eachOf(list, resolve, level));
  return bounds === TRUE ? any : allOf([exactly(bounds), filterOnly(any)]);
}

function compileEntry(name: string, condition: unknown, resolve: FieldResolver, level: number): Predicate {
  switch (name) {
    case '$and':
      return allOf(eachOf(condition, resolve, level));
    case '$or':
      return alternatives(condition, resolve, level);
    case '$nor':
      return negated(anyOf(eachOf(condition, resolve, level)));
    default: {
      const field = name.startsWith('$') ? undefined : resolve(name);
      return field === undefined ? UNKNOWN : compileOperators(field, asOperators(condition), level);
    }
  }
}

/**
 * Compiles a Mango selector, with the meaning RxDB's matcher (mingo) gives it: see `predicate.ts` for what the
 * result promises. Nothing is rejected here: the matcher raises the errors of malformed selectors.
 */
function compileSelector(selector: unknown, resolve: FieldResolver, level = 0): Predicate {
  if (typeof selector !== 'object' || selector === null || level > mostLevels) return UNKNOWN;
  return allOf(
    Object.entries(selector).map(([name, condition]) => compileEntry(name, condition, resolve, level)),
  );
}

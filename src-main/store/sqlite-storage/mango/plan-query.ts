import type { FilledMangoQuery } from 'rxdb';
import type { CollectionTable } from '../collection-table';
import { type Sql, TRUE } from '../sql';
import { withinBudget } from './budget';
import { compileSelector } from './compile-selector';
import { allOf, exactly, isExact, type Predicate } from './predicate';
import { fieldResolver, orderColumnOf } from './resolve-field';

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

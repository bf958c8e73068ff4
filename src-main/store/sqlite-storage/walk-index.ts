import type { FilledMangoQuery } from 'rxdb';
import { byIds } from './collection-layout';
import type { CollectionTable } from './collection-table';
import { planQuery } from './mango/plan-query';

type Selector = Readonly<Record<string, unknown>>;

/** What it takes to read a row by its id beside reading it in an index. */
const ROW_BY_ID = 3;

/**
 * The table as a statement names it, for a query of so many rows. Who reads all there is portion by portion goes on behind an id, in
 * the order of ids. An index of another field finds all that are left and sorts them, for each portion anew; the index of ids passes
 * over each row of the table once. The planner cannot tell which is less work, since its figures are of a thousand rows: where many
 * are left, the index of ids is named.
 */
export function fromFor<RxDocType>(
  table: CollectionTable,
  { selector, sort }: Pick<FilledMangoQuery<RxDocType>, 'selector' | 'sort'>,
  limit: number,
): string {
  const { name, layout } = table;
  const [first, ...others] = sort.flatMap((part) => Object.entries(part));
  if (others.length > 0 || first?.[0] !== layout.primary || first[1] !== 'asc') return name;
  const rest = withoutBound(selector, layout.primary);
  return rest !== undefined && areMany<RxDocType>(table, rest as typeof selector, limit) ? byIds(name) : name;
}

/** The same without the id that all lies behind; undefined where there is none. */
function withoutBound(selector: unknown, primary: string): Selector | undefined {
  if (typeof selector !== 'object' || selector === null) return undefined;
  const { [primary]: own, ...others } = selector as Selector;
  if (typeof own === 'object' && own !== null && '$gt' in own && Object.keys(own).length === 1) return others;
  const { $and: all, ...beside } = selector as Selector;
  if (!Array.isArray(all)) return undefined;
  const parts: readonly unknown[] = all;
  const rests = parts.map((part) => withoutBound(part, primary));
  if (rests.every((rest) => rest === undefined)) return undefined;
  return { ...beside, $and: parts.map((part, at) => rests[at] ?? part) };
}

/** Whether to find and to sort them for each portion costs more than to pass over the table. */
function areMany<RxDocType>(
  table: CollectionTable,
  selector: FilledMangoQuery<RxDocType>['selector'],
  limit: number,
): boolean {
  if (!Number.isFinite(limit)) return false;
  const most = Math.ceil(Math.sqrt(ROW_BY_ID * table.nextRow * limit));
  const { text, params } = planQuery(table, { selector, sort: [] }).where.may;
  const some = `SELECT count(*) FROM (SELECT 1 FROM ${table.name} WHERE ${text} LIMIT ${most})`;
  return table.counts.answer([some], params, () => Number(table.file.value(some, params))) >= most;
}

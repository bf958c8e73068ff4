import type { MangoQuerySelector } from 'rxdb';
import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';
import { isScalar, scalarKey } from './value-key';

/**
 * How many living documents there are, or have one value of a declared facet, from the counts that every write keeps; `undefined` for
 * any other question. However large the table: no index is read, which may be out of the cache right after a load.
 */
export function talliedCount<RxDocType>(
  table: CollectionTable,
  selector: MangoQuerySelector<RxDocType>,
): number | undefined {
  const { _deleted, ...conditions } = selector as Readonly<Record<string, unknown>>;
  const [named, ...others] = Object.entries(conditions);
  if (onlyEquals(_deleted) !== false || others.length > 0) return undefined;
  const facet = table.layout.facets.find(({ path }) => named === undefined || path === named[0]);
  if (facet === undefined) return undefined;
  if (named === undefined) return sum(table, facet.path);
  const value = onlyEquals(named[1]);
  // An array holds many values, and is counted as none of them.
  return isScalar(value) && !table.odd.has(facet.path) ? sum(table, facet.path, scalarKey(value)) : undefined;
}

/** What a condition of nothing else must equal; `undefined` for another. */
function onlyEquals(condition: unknown): unknown {
  if (typeof condition !== 'object' || condition === null) return undefined;
  const [[operator, value] = [], ...others] = Object.entries(condition);
  return operator === '$eq' && others.length === 0 ? value : undefined;
}

function sum(table: CollectionTable, path: string, key?: SqlValue): number {
  const one = key === undefined ? '' : ' AND value = ?';
  return Number(
    table.file.value(`SELECT sum(count) FROM tallies WHERE collection = ? AND field = ?${one}`, [
      table.id,
      path,
      ...(key === undefined ? [] : [key]),
    ]) ?? 0,
  );
}

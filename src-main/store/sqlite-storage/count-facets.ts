import type { MangoQuerySelector } from 'rxdb';
import { type CollectionSource, tableOf } from './collection-source';
import type { CollectionTable } from './collection-table';
import { pathReader } from './document-path';
import type { SqlValue } from './driver';
import { liveQuery } from './live-query';
import { jsonPath } from './mango/json-field';
import { planQuery } from './mango/plan-query';
import { columnOf } from './mango/resolve-field';
import { runQuery } from './run-query';
import type { Sql } from './sql';
import { MISSING_TALLY } from './tally-sheet';
import { valueOfKey } from './value-key';

/** One value of a field, and how many documents have it; `undefined` stands for documents without the field. */
export interface Facet {
  readonly value: unknown;
  readonly count: number;
}

function isMissingTally(value: SqlValue): boolean {
  return value instanceof Uint8Array && value[0] === MISSING_TALLY[0];
}

function fromTallies(table: CollectionTable, path: string): readonly Facet[] {
  return table.file
    .rows('SELECT value, count FROM tallies WHERE collection = ? AND field = ? AND count > 0', [
      table.id,
      path,
    ])
    .map(({ value = null, count }) => ({
      value: isMissingTally(value) ? undefined : valueOfKey(value),
      count: Number(count),
    }));
}

/** By the JSON that stands at the path; SQLite reads of each document no more than it needs. */
function fromJson(table: CollectionTable, path: string, where: Sql): readonly Facet[] {
  return table.file
    .rows(
      `SELECT data -> ${path} AS json, count(*) AS count FROM ${table.name} WHERE ${where.text} GROUP BY 1`,
      where.params,
    )
    .map(({ json = null, count }) => ({
      value: json === null ? undefined : (JSON.parse(String(json)) as unknown),
      count: Number(count),
    }));
}

function fromDocuments(values: readonly unknown[]): readonly Facet[] {
  const counts = new Map<string, { readonly value: unknown; count: number }>();
  for (const value of values) {
    const name = JSON.stringify(value) ?? '';
    const facet = counts.get(name) ?? { value, count: 0 };
    facet.count += 1;
    counts.set(name, facet);
  }
  return [...counts.values()];
}

/**
 * Counts documents per value of one field, most frequent first. Without a selector, a declared facet answers from
 * counts kept by every write, whatever the size of the collection; else an index or the documents are walked.
 */
export async function countFacets<RxDocType>(
  source: CollectionSource<RxDocType>,
  path: string,
  selector: MangoQuerySelector<RxDocType> = {},
): Promise<readonly Facet[]> {
  const table = tableOf(source);
  const column = columnOf(table, path);
  const whole = Object.keys(selector).length === 0;
  const declared = table.layout.facets.some((facet) => facet.path === path);
  return [...(await facets())].sort((a, b) => b.count - a.count);

  async function facets(): Promise<readonly Facet[]> {
    if (column !== undefined && whole && declared) return fromTallies(table, path);
    table.ensureIndexed();
    const query = liveQuery(source, { selector });
    const { where, exact } = planQuery(table, query);
    const json = jsonPath(path.split('.'));
    if (column === undefined && exact && json !== undefined) return fromJson(table, json, where.may);
    if (column === undefined || !exact) {
      const read = pathReader(path);
      const documents = await runQuery(table, source.storageInstance.schema, query);
      return fromDocuments(documents.map((document) => read(document).value));
    }
    // The plus keeps SQLite from walking the field's own index through all documents, only to spare a sort.
    return table.file
      .rows(
        `SELECT ${column} AS value, count(*) AS count FROM ${table.name} WHERE ${where.may.text} GROUP BY +${column}`,
        where.may.params,
      )
      .map(({ value = null, count }) => ({ value: valueOfKey(value), count: Number(count) }));
  }
}

import type { Reads } from '@main/store/read-others';
import type { StorePage } from '@main/store/store';
import type { RecordView } from '@shared/contract/operations';
import type { Condition, Facet, GroupQuery, Groups, Page, PageQuery } from '@shared/contract/page';
import { EntityName } from '@shared/domain/entity';
import { filtersIn } from '@shared/domain/filter/condition';
import { groupsOf } from '@shared/domain/filter/groups';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { type CountedBeside, countedBeside, isLookedUp } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { shownIntent } from '@shared/domain/records/secrets';
import { metadataPaths } from '@shared/domain/views/metadata-paths';
import type { z } from 'zod';
import type { EngineParts } from './engine-parts';
import { pageExtras } from './extras';
import { narrowed } from './scoped';
import { countedWhere, countsOf, mustBeKnown } from './tell-figures';

/** A stored record is plain JSON by its schema; the contract carries it as such. */
function asJson(record: StoredRecord): JsonObject {
  return { ...record };
}

/** One page of rows, with what stands beside them; `reads`: how other records are read for that. */
export async function readPage(
  parts: Pick<EngineParts, 'store' | 'now'>,
  query: PageQuery,
  reads: Reads = parts.store,
): Promise<Page> {
  return asPage(parts, query, await readRows(parts, query), reads);
}

/** Rows of a query. A figure beside them that must be small is looked up row by row, in an index; others are counted of all rows at once. */
async function readRows(
  { store, now }: Pick<EngineParts, 'store' | 'now'>,
  query: PageQuery,
): Promise<StorePage> {
  const few = query.where.flatMap((condition) => fewIn(query.entity, condition) ?? [])[0];
  if (few === undefined) return store.page(await narrowed(store, query, now()));
  const { figure, atMost, condition } = few;
  await mustBeKnown(store, figure);
  const rest = { ...query, where: query.where.filter((each) => each !== condition) };
  const where = await countedWhere(store, figure);
  const of = { entity: EntityName.parse(figure.count), by: figure.by, where, atMost };
  return store.few(await narrowed(store, rest, now()), of);
}

/** The same, each row with the figures that the query asks of it. */
export async function readTold(
  parts: Pick<EngineParts, 'store' | 'now'>,
  query: PageQuery,
): Promise<StorePage> {
  const { entity, where } = query;
  const page = await readRows(parts, query);
  const names = filtersIn(where).flatMap(({ field }) =>
    countedBeside(entity, field) === null ? [] : [field],
  );
  const told = await pageExtras(parts, entity, page.rows, parts.store, names);
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...told[row.id] })) };
}

interface FewCondition {
  readonly condition: Condition;
  readonly figure: CountedBeside;
  readonly atMost: number;
}

/** Records of which a look into an index counts so many at most, for each row. */
const mostLookedUp = 1_000;

/** A condition that a figure is at most so much, where that can be looked up; null for any other. */
function fewIn(entity: EntityName, condition: Condition): FewCondition | null {
  if (!('field' in condition)) return null;
  const { field, op, value } = condition;
  const figure = countedBeside(entity, field);
  const isBound = op === 'lte' || (op === 'eq' && value === 0);
  if (figure === null || !isLookedUp(figure) || !isBound || typeof value !== 'number') return null;
  return Number.isInteger(value) && value >= 0 && value <= mostLookedUp
    ? { condition, figure, atMost: value }
    : null;
}

/** Hits of a search that are counted at most. */
const mostHits = 10_000;

/** How the rows of a query fall into groups by a field, or by what is counted beside them. */
export async function readGroups(
  { store, now }: Pick<EngineParts, 'store' | 'now'>,
  { query, field, limit }: z.output<typeof GroupQuery>,
): Promise<Groups> {
  const asked = await narrowed(store, query, now());
  const figure = countedBeside(query.entity, field);
  const counts = figure === null ? await store.facets(asked, field) : await byFigure(store, asked, figure);
  const groups = groupsOf(query.entity, field, counts);
  const rows = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    groups: groups.slice(0, limit),
    total: groups.length,
    rows,
    rowsAreLowerBound: query.text.trim() !== '' && rows >= mostHits,
  };
}

/** How many of the rows of a query each figure stands beside, the most frequent first. */
async function byFigure(
  store: EngineParts['store'],
  asked: PageQuery,
  figure: CountedBeside,
): Promise<readonly Facet[]> {
  const counts = await countsOf(store, figure);
  const rows = new Map<number, number>();
  for (const { value, count } of await store.facets(asked, figure.at ?? 'id')) {
    const told = counts.get(value) ?? 0;
    rows.set(told, (rows.get(told) ?? 0) + count);
  }
  return [...rows].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** Rows that are looked at for what their metadata holds. */
const sampledRows = 2_000;

export async function readMetadataPaths(store: EngineParts['store'], entity: EntityName) {
  return [...metadataPaths(entity, await store.list(entity, [], sampledRows))];
}

async function asPage(
  parts: Pick<EngineParts, 'store' | 'now'>,
  query: PageQuery,
  page: StorePage,
  reads: Reads,
): Promise<Page> {
  return {
    entity: query.entity,
    offset: query.offset,
    rows: page.rows.map(asJson),
    extras: await pageExtras(parts, query.entity, page.rows, reads),
    total: page.total,
    totalIsLowerBound: page.totalIsLowerBound,
  };
}

export async function readRecord(
  parts: Pick<EngineParts, 'store' | 'now'>,
  entity: EntityName,
  id: RecordId,
): Promise<RecordView> {
  const { store } = parts;
  const record = await store.get(entity, id);
  const extras = record === null ? {} : await pageExtras(parts, entity, [record]);
  const openIntents = await store.intents({ states: openStates, recordIds: [id] });
  return {
    record: record === null ? null : asJson(record),
    extras: extras[id] ?? {},
    openIntents: openIntents.map(shownIntent),
  };
}

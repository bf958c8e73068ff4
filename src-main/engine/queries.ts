import type { Reads } from '@main/store/read-others';
import type { StorePage } from '@main/store/store';
import type { RecordView } from '@shared/contract/operations';
import type { GroupQuery, Groups, Page, PageQuery } from '@shared/contract/page';
import { EntityName } from '@shared/domain/entity';
import { groupsOf } from '@shared/domain/filter/groups';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { pickedBeside } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { shownIntent } from '@shared/domain/records/secrets';
import { metadataPaths } from '@shared/domain/views/metadata-paths';
import type { z } from 'zod';
import type { EngineParts } from './engine-parts';
import { countedWhere, pageExtras } from './extras';
import { narrowed } from './scoped';

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
  const asked = await narrowed(parts.store, query, parts.now());
  return asPage(parts, asked, await readRows(parts.store, asked), reads);
}

/** Rows of a narrowed query. Nothing of what is counted beside them is stored, so `few` is looked up row by row, in an index. */
export async function readRows(
  store: EngineParts['store'],
  asked: PageQuery,
  counts = true,
): Promise<StorePage> {
  const beside = asked.few && pickedBeside(asked.entity, asked.few.figure);
  if (!beside || !asked.few) return store.page(asked, counts);
  const where = await countedWhere(store, beside);
  const of = { entity: EntityName.parse(beside.count), by: beside.by, where, atMost: asked.few.atMost };
  return store.few(asked, of, counts);
}

/** Hits of a search that are counted at most. */
const mostHits = 10_000;

/** How the rows of a query fall into groups by a field. */
export async function readGroups(
  { store, now }: Pick<EngineParts, 'store' | 'now'>,
  { query, field, limit }: z.output<typeof GroupQuery>,
): Promise<Groups> {
  const asked = await narrowed(store, query, now());
  const groups = groupsOf(query.entity, field, await store.facets(asked, field));
  const rows = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    groups: groups.slice(0, limit),
    total: groups.length,
    rows,
    rowsAreLowerBound: query.text.trim() !== '' && rows >= mostHits,
  };
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

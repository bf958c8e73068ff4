import type { StorePage } from '@main/store/store';
import type { RecordView } from '@shared/contract/operations';
import type { Page, PageQuery } from '@shared/contract/page';
import { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { pickedBeside } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { shownIntent } from '@shared/domain/records/secrets';
import type { EngineParts } from './engine-parts';
import { countedWhere, pageExtras } from './extras';
import { narrowed } from './scoped';

/** A stored record is plain JSON by its schema; the contract carries it as such. */
function asJson(record: StoredRecord): JsonObject {
  return { ...record };
}

/** One page of rows, with what stands beside them. */
export async function readPage({ store }: Pick<EngineParts, 'store'>, query: PageQuery): Promise<Page> {
  const asked = await narrowed(store, query);
  return asPage(store, asked, await readRows(store, asked));
}

/** Rows of a narrowed query. Nothing of what is counted beside them is stored, so `few` is looked up row by row, in an index. */
export async function readRows(store: EngineParts['store'], asked: PageQuery): Promise<StorePage> {
  const beside = asked.few && pickedBeside(asked.entity, asked.few.figure);
  if (!beside || !asked.few) return store.page(asked);
  const where = await countedWhere(store, beside);
  const of = { entity: EntityName.parse(beside.count), by: beside.by, where, atMost: asked.few.atMost };
  return store.few(asked, of);
}

async function asPage(store: EngineParts['store'], query: PageQuery, page: StorePage): Promise<Page> {
  return {
    entity: query.entity,
    offset: query.offset,
    rows: page.rows.map(asJson),
    extras: await pageExtras(store, query.entity, page.rows),
    total: page.total,
    totalIsLowerBound: page.totalIsLowerBound,
  };
}

export async function readRecord(
  { store }: EngineParts,
  entity: EntityName,
  id: RecordId,
): Promise<RecordView> {
  const record = await store.get(entity, id);
  const extras = record === null ? {} : await pageExtras(store, entity, [record]);
  const openIntents = await store.intents({ states: openStates, recordIds: [id] });
  return {
    record: record === null ? null : asJson(record),
    extras: extras[id] ?? {},
    openIntents: openIntents.map(shownIntent),
  };
}

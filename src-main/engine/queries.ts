import type { RecordView } from '@shared/contract/operations';
import type { Page, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { EngineParts } from './engine-parts';
import { pageExtras } from './extras';

/** A stored record is plain JSON by its schema; the contract carries it as such. */
function asJson(record: StoredRecord): JsonObject {
  return { ...record };
}

export async function readPage({ store }: EngineParts, query: PageQuery): Promise<Page> {
  const page = await store.page(query);
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
    openIntents: [...openIntents],
  };
}

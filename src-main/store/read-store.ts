import type { EntityName } from '@shared/domain/entity';
import { containing } from '@shared/domain/filter/matches';
import { ChangeSetId, type RecordId } from '@shared/domain/ids';
import { IntentState } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { entityHomes } from './collections';
import { buildIndexes, documentIds, documentsById, findDocuments, recordHashes } from './read-documents';
import { countRows, readFacets, readFew, readPage } from './read-page';
import { selectorOf } from './selector-of';
import { tableOf } from './sqlite-storage/collection-source';
import { countDistinct } from './sqlite-storage/count-distinct';
import { columnOf } from './sqlite-storage/mango/resolve-field';
import { valueOfKey } from './sqlite-storage/value-key';
import type { HistoryScopes, IntentTally, Store } from './store';
import type { StoreCollection, StoreDatabase } from './store-database';
import { toChangeSet, toHistoryEntry, toIntent, toRecord } from './to-record';

/** The reading half of a store. */
export type StoreReads = Omit<Store, 'write' | 'prepareSearch' | 'subscribe' | 'maintenance' | 'close'>;

export function createReads(database: StoreDatabase): StoreReads {
  const homeOf = (entity: EntityName) => database[entityHomes[entity].collection];

  async function getMany<E extends EntityName>(
    entity: E,
    ids: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, StoredRecord<E>>> {
    const records = (await documentsById(homeOf(entity), ids)).map((found) => toRecord(entity, found));
    return new Map(records.map((record) => [record.id, record]));
  }

  return {
    getMany,
    get: async (entity, id) => (await getMany(entity, [id])).get(id) ?? null,
    hashes: async (entity, ids) =>
      recordHashes(homeOf(entity), ids) as ReadonlyMap<string, string> as ReadonlyMap<RecordId, string>,
    page: (query, counts) => readPage(homeOf(query.entity), query, counts),
    few: (query, of, counts) => readFew(homeOf, query, of, counts),
    list: async (entity, where, limit) => {
      const found = await findDocuments(homeOf(entity), {
        selector: selectorOf(entity, where),
        sort: [{ id: 'asc' }],
        ...(limit !== undefined && { limit }),
      });
      return found.map((document) => toRecord(entity, document));
    },
    count: (entity, where = []) => countRows(homeOf(entity), entity, where),
    prepare: async (entity) => buildIndexes(homeOf(entity)),
    ids: async (entity) => {
      if (entityHomes[entity].kind === undefined) return documentIds(homeOf(entity)) as readonly RecordId[];
      const found = await findDocuments(homeOf(entity), { selector: selectorOf(entity, []) });
      return found.map((document) => document.id as RecordId);
    },
    facets: (query, field) => readFacets(homeOf(query.entity), query, field),
    countDistinct: async (entity, field, of) => {
      const facets = await countDistinct(homeOf(entity), field, of);
      return facets.map(({ value, count }) => ({ value: (value ?? null) as JsonValue, count }));
    },
    intents: async ({ states, recordIds, ids, changeSetId, afterSeq, limit } = {}) => {
      // A first sync asks for those of each record, and nobody has staged anything yet.
      if (tableOf(database.intents).nextRow === 1) return [];
      const found = await findDocuments(database.intents, {
        selector: {
          ...(states && { state: { $in: [...states] } }),
          ...(recordIds && { recordId: { $in: [...recordIds] } }),
          ...(ids && { id: { $in: [...ids] } }),
          ...(changeSetId !== undefined && { changeSetId }),
          ...(afterSeq !== undefined && { seq: { $gt: afterSeq } }),
        },
        sort: [{ seq: 'asc' }],
        ...(limit !== undefined && { limit }),
      });
      return found.map(toIntent);
    },
    intentTally: async () => readIntentTally(database.intents),
    changeSets: async () => (await findDocuments(database.changeSets, {})).map(toChangeSet),
    history: async (query) => {
      const found = await findDocuments(database.history, {
        selector: historySelector(query),
        sort: [{ seq: 'desc' }],
        limit: query.limit,
      });
      return found.map(toHistoryEntry);
    },
    meta: async (key) => {
      const [found] = await documentsById(database.checkpoints, [key]);
      return (found?.value as JsonValue | undefined) ?? null;
    },
  };
}

function historySelector(query: Parameters<Store['history']>[0]) {
  const { entity, recordId, recordIds, organizationId, about, seqs, change, source, text = '' } = query;
  const { beforeSeq, afterSeq } = query;
  return {
    ...(entity && { entity }),
    ...(recordId && { recordId }),
    ...(recordIds && { recordId: { $in: [...recordIds] } }),
    ...(organizationId !== undefined && { organizationId }),
    ...(about && { $or: anyOf(about) }),
    ...(change && { change }),
    ...(source && { source }),
    ...(text.trim() !== '' && { label: { $regex: containing(text.trim()), $options: 'i' } }),
    ...((beforeSeq ?? afterSeq ?? seqs) !== undefined && {
      seq: {
        ...(seqs && { $in: [...seqs] }),
        ...(beforeSeq !== undefined && { $lt: beforeSeq }),
        ...(afterSeq !== undefined && { $gt: afterSeq }),
      },
    }),
  };
}

function anyOf({ recordIds, organizationId, seqs = [] }: HistoryScopes) {
  return [
    { recordId: { $in: [...recordIds] } },
    ...(organizationId === undefined ? [] : [{ organizationId }]),
    ...(seqs.length === 0 ? [] : [{ seq: { $in: [...seqs] } }]),
  ];
}

/** Counts intents per change set and state over an index alone: a status line may ask after every commit. */
function readIntentTally(intents: StoreCollection): readonly IntentTally[] {
  const table = tableOf(intents);
  table.ensureIndexed();
  const [set, state] = [columnOf(table, 'changeSetId'), columnOf(table, 'state')];
  if (set === undefined || state === undefined) throw new Error('ids and states are plain texts');
  return table.file
    .rows(
      `SELECT ${set} AS changeSet, ${state} AS state, count(*) AS count FROM ${table.name}
       WHERE deleted = 0 GROUP BY ${set}, ${state}`,
    )
    .map(({ changeSet = null, state: held = null, count }) => ({
      changeSetId: ChangeSetId.parse(valueOfKey(changeSet)),
      state: IntentState.parse(valueOfKey(held)),
      count: Number(count),
    }));
}

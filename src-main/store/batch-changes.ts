import type { HistoryEntry } from '@shared/domain/history-entry';
import { type CollectionName, entityHomes } from './collections';
import type { CollectionChanges } from './commit';
import type { StoreChange, WriteBatch } from './store';
import type { StoreDocument } from './store-document';
import { toDocument } from './to-record';

/** A batch by collection; of several writes to one document the last counts. Pure. */
export function batchChanges(
  batch: WriteBatch,
  history: readonly HistoryEntry[],
): ReadonlyMap<CollectionName, CollectionChanges> {
  const changes = new Map<CollectionName, Map<string, StoreDocument | null>>();
  const set = (name: CollectionName, id: string, document: StoreDocument | null): void => {
    const documents = changes.get(name) ?? new Map<string, StoreDocument | null>();
    changes.set(name, documents.set(id, document));
  };
  for (const { entity, id } of batch.remove ?? []) set(entityHomes[entity].collection, id, null);
  for (const { entity, record } of batch.put ?? []) {
    set(entityHomes[entity].collection, record.id, toDocument(entity, record));
  }
  for (const intent of batch.intents ?? []) set('intents', intent.id, plain(intent));
  for (const changeSet of batch.changeSets ?? []) set('changeSets', changeSet.id, plain(changeSet));
  for (const entry of history) set('history', entry.id, plain(entry));
  for (const [key, value] of Object.entries(batch.meta ?? {})) {
    set('checkpoints', key, value === null ? null : { id: key, value });
  }
  return changes;
}

/** What subscribers are told of a batch. */
export function changeOf(batch: WriteBatch): StoreChange {
  return {
    entities: new Set([...(batch.put ?? []), ...(batch.remove ?? [])].map(({ entity }) => entity)),
    intents: (batch.intents ?? []).length > 0,
    changeSets: (batch.changeSets ?? []).length > 0,
    history: (batch.history ?? []).length > 0,
  };
}

/** Intents, change sets and history entries are plain JSON by their schemas. */
function plain(value: { readonly id: string }): StoreDocument {
  return { ...value } as unknown as StoreDocument;
}

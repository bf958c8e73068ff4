import type { ChangeSet } from '@shared/domain/change-set';
import type { EntityName } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { type Intent, outcomeOfToday } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { RxDocumentData } from 'rxdb';
import { entityHomes } from './collections';
import type { StoreDocument } from './store-document';

/** Removes what RxDB keeps beside the values. The store wrote every document, so its shape is known. */
export function documentValues<T>(document: RxDocumentData<StoreDocument>): T {
  const { _deleted, _attachments, _rev, _meta, ...rest } = document;
  return rest as unknown as T;
}

export function toRecord<E extends EntityName>(
  entity: E,
  document: RxDocumentData<StoreDocument>,
): StoredRecord<E> {
  if (entityHomes[entity].kind === undefined) return documentValues(document);
  const { kind: _kind, ...record } = documentValues<StoreDocument>(document);
  return record as unknown as StoredRecord<E>;
}

export function toDocument(entity: EntityName, record: StoredRecord): StoreDocument {
  const { kind } = entityHomes[entity];
  return { ...record, ...(kind !== undefined && { kind }) } as unknown as StoreDocument;
}

export function toIntent(document: RxDocumentData<StoreDocument>): Intent {
  const intent = documentValues<Intent>(document);
  return { ...intent, outcome: outcomeOfToday(intent.outcome) };
}

export function toChangeSet(document: RxDocumentData<StoreDocument>): ChangeSet {
  return documentValues(document);
}

export function toHistoryEntry(document: RxDocumentData<StoreDocument>): HistoryEntry {
  return documentValues(document);
}

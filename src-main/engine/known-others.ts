import type { Reads } from '@main/store/read-others';
import type { Store, StoreChange } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { besideOf } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** Reads of what stands beside the rows of one table, and what must be told them. */
export interface KnownOthers {
  readonly reads: Reads;
  /** After each commit: what was known of those entities is read anew. */
  forget(change: Pick<StoreChange, 'entities'>): void;
}

/**
 * Remembers, from one reading of a page to the next, what the rows' other records say beside them: an edit of a row changes none of them, so
 * that nothing of them is read again. Of each record only those fields are kept, and only while the page names it.
 */
export function createKnownOthers(store: Store, rowsOf: EntityName): KnownOthers {
  const known = new Map<EntityName, ReadonlyMap<RecordId, StoredRecord | null>>();
  /** Grows whenever something is forgotten: what was read before may be older than that. */
  let version = 0;
  const fields = fieldsBeside(rowsOf);

  async function getMany(entity: EntityName, ids: readonly RecordId[]) {
    const at = version;
    const before = known.get(entity);
    const missing = before === undefined ? ids : ids.filter((id) => !before.has(id));
    const read = missing.length === 0 ? undefined : await store.getMany(entity, missing);
    const all = new Map<RecordId, StoredRecord | null>();
    for (const id of ids) {
      const record = read?.get(id);
      all.set(id, record === undefined ? (before?.get(id) ?? null) : only(record, fields.get(entity)));
    }
    if (version === at) known.set(entity, all);
    return new Map([...all].flatMap(([id, record]) => (record === null ? [] : [[id, record] as const])));
  }

  return {
    reads: { list: store.list, getMany: getMany as Reads['getMany'] },
    forget: ({ entities }) => {
      for (const entity of fields.keys()) {
        if (!entities.has(entity)) continue;
        known.delete(entity);

        version += 1;
      }
    },
  };
}

/** The fields that are read of other records, by their entity. */
function fieldsBeside(entity: EntityName): ReadonlyMap<EntityName, ReadonlySet<string>> {
  const fields = new Map<EntityName, Set<string>>();
  for (const beside of Object.values(besideOf(entity))) {
    if (!('one' in beside)) continue;
    const of = fields.get(beside.one as EntityName) ?? new Set(['id']);
    fields.set(beside.one as EntityName, of.add(beside.of.split('.')[0] ?? beside.of));
  }
  return fields;
}

const only = (record: StoredRecord, fields: ReadonlySet<string> | undefined): StoredRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => fields?.has(name))) as unknown as StoredRecord;

import type { RxDocumentData, RxJsonSchema } from 'rxdb';
import { CollectionTable } from './collection-table';

/** An `RxCollection`, as far as this storage's own functions need it. */
export interface CollectionSource<RxDocType> {
  readonly storageInstance: {
    readonly internals: unknown;
    readonly schema: Readonly<RxJsonSchema<RxDocumentData<RxDocType>>>;
  };
}

/**
 * The table behind an `RxCollection`, through whatever wraps the storage.
 *
 * @throws TypeError when the collection lies in another storage.
 */
export function tableOf<RxDocType>({ storageInstance }: CollectionSource<RxDocType>): CollectionTable {
  const { internals } = storageInstance;
  const table =
    typeof internals === 'object' && internals !== null && 'table' in internals && internals.table;
  if (!(table instanceof CollectionTable)) throw new TypeError('the collection is not in a SQLite storage');
  table.ensureUsable();
  return table;
}

import type { RxDocumentData, RxJsonSchema } from 'rxdb';
import { CollectionTable } from './collection-table';

/** An `RxCollection`, as far as this storage's own functions need it. */
export interface CollectionSource<RxDocType> {
  readonly storageInstance: {
    readonly internals: unknown;
    readonly schema: Readonly<RxJsonSchema<RxDocumentData<RxDocType>>>;
  };
  /** The schema as the app declared it. */
  readonly schema?: { readonly jsonSchema: { readonly keyCompression?: boolean } };
}

/**
 * The table behind an `RxCollection`, through whatever wraps the storage.
 *
 * @throws TypeError when the collection lies in another storage, or under key compression: its fields have other names
 *   then, and an answer would be wrong without a word.
 */
export function tableOf<RxDocType>({
  storageInstance,
  schema,
}: CollectionSource<RxDocType>): CollectionTable {
  if (schema?.jsonSchema.keyCompression === true)
    throw new TypeError('search, facets and joint writes do not reach through key compression: leave it off');
  const { internals } = storageInstance;
  const table =
    typeof internals === 'object' && internals !== null && 'table' in internals && internals.table;
  if (!(table instanceof CollectionTable)) throw new TypeError('the collection is not in a SQLite storage');
  table.ensureUsable();
  return table;
}

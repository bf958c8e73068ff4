import { type FilledMangoQuery, type MangoQuery, normalizeMangoQuery } from 'rxdb';
import type { CollectionSource } from './collection-source';

/** A query as RxDB's collections run it: normalised, and over documents that are not deleted. */
export function liveQuery<RxDocType>(
  { storageInstance }: CollectionSource<RxDocType>,
  query: MangoQuery<RxDocType>,
): FilledMangoQuery<RxDocType> {
  const selector = { ...query.selector, _deleted: false } as NonNullable<typeof query.selector>;
  return normalizeMangoQuery(storageInstance.schema, { ...query, selector });
}

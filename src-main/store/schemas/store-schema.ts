import type { RxJsonSchema } from 'rxdb';
import type { StoreDocument } from '../store-document';

/** Schema of a collection. Raise `version` and add a migration strategy when properties or indexes change. */
export type StoreSchema = RxJsonSchema<StoreDocument>;

/** Fills in what all schemas of the store share. RxDB adds `_deleted` and the id to every index by itself. */
export function storeSchema(
  properties: Readonly<Record<string, object>>,
  indexes: readonly (readonly string[])[],
): StoreSchema {
  return {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { ...properties },
    required: [],
    indexes: indexes.map((index) => [...index]),
  } as StoreSchema;
}

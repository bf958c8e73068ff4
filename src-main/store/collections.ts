import { EntityName, modelOf } from '@shared/domain/entity';
import { changeSetSchema } from './schemas/change-set-schema';
import { checkpointSchema } from './schemas/checkpoint-schema';
import { historySchema } from './schemas/history-schema';
import { intentSchema } from './schemas/intent-schema';
import { recordFacets, recordSchemas } from './schemas/record-schemas';
import type { StoreSchema } from './schemas/store-schema';

export { computedFields, peopleSorted, searchedText } from './schemas/record-schemas';

/** Every RxDB collection of a workspace, with its schema. */
export const collectionSchemas = {
  ...recordSchemas,
  intents: intentSchema,
  changeSets: changeSetSchema,
  history: historySchema,
  checkpoints: checkpointSchema,
} as const satisfies Record<string, StoreSchema>;

export type CollectionName = keyof typeof collectionSchemas;

/** Fields of few values that tables filter by and count, by collection. */
export const facetFields: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  ...recordFacets,
  intents: ['changeSetId', 'state'],
};

/** Where the records of an entity are kept. */
export interface EntityHome {
  readonly collection: keyof typeof recordSchemas;
  /** Set when the collection holds several entities: the value of `kind` in this one's documents. */
  readonly kind?: EntityName;
  /** What a page is sorted by when nobody says. */
  readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

export const entityHomes = Object.fromEntries(
  EntityName.options.map((entity) => {
    const { collection, shares, sort } = modelOf(entity);
    return [entity, { collection, sort, ...(shares && { kind: entity }) }];
  }),
) as unknown as Readonly<Record<EntityName, EntityHome>>;

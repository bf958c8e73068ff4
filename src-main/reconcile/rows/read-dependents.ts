import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { homeField } from '@shared/domain/home-field';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, openStates } from '@shared/domain/intent';
import { gathered } from '@shared/gather';

/** What stands inside of something, with the field that says in what. */
const insideOthers = EntityName.options.flatMap((entity) => {
  const field = homeField(entity);
  return field === undefined ? [] : [{ entity, field }];
});

const touched = [{ field: 'state', op: 'ne', value: 'synced' }] as const;

/** Open intents on what stands inside of records, by the record: of organizations, most of all. */
export async function readDependents(
  store: Store,
  outerIds: readonly RecordId[],
): Promise<ReadonlyMap<string, readonly Intent[]>> {
  if (outerIds.length === 0) return new Map();
  const home = new Map<RecordId, string>();
  for (const { entity, field } of insideOthers)
    for (const row of await listIn(store, entity, { field, values: outerIds, and: touched }))
      home.set(row.id, String(readField(row, field)));
  const staged = await store.intents({ states: openStates, recordIds: [...home.keys()] });
  return gathered(staged, ({ recordId }) => home.get(recordId) ?? '');
}

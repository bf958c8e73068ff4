import { EntityName, modelOf } from '../entity';

/** A field that repeats one (`of`) of the record of `target` that the field `by` names: by its id, a role by its key. */
export interface Repeat {
  readonly field: string;
  readonly by: string;
  readonly of: string;
  readonly target: EntityName;
}

/** What an entity repeats of others. */
export function repeatsOf(entity: EntityName): readonly Repeat[] {
  const { fields } = modelOf(entity);
  return Object.entries(fields).flatMap(([field, { repeats }]) => {
    if (repeats === undefined) return [];
    const by = fields[repeats.by];
    const target = EntityName.parse(by?.kind === 'role' ? 'role' : by?.to);
    return [{ field, by: repeats.by, of: repeats.field, target }];
  });
}

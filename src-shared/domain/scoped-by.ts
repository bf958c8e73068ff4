import { EntityName, modelOf } from './entity';
import type { AnyField } from './kinds/field';

/** How the records of an entity are narrowed to one organization: by a field, or by the records that place them there. */
export type ScopedBy =
  | { readonly field: string; readonly through?: undefined }
  | {
      /** The records that say their organization: in their field `place`. */
      readonly through: EntityName;
      readonly place: string;
      /** What they say … */
      readonly says: string;
      /** … is in this field of those that they place. */
      readonly field: string;
    };

const place = 'organizationId';
const holds = (entity: EntityName): boolean => Object.hasOwn(modelOf(entity).fields, place);

/** The fields of an entity that name a record of another, without which it would not be, or not be what it is. */
const refsOf = (entity: EntityName) =>
  Object.entries<AnyField>(modelOf(entity).fields).flatMap(([field, { kind, to, decides }]) =>
    (kind === 'ref' || decides === true) && to !== undefined ? [{ field, to }] : [],
  );

/** Null for what belongs to the whole instance. */
export function scopedBy(entity: EntityName): ScopedBy | null {
  if (modelOf(entity).scope) return { field: 'id' };
  if (holds(entity)) return { field: place };
  const { listedBy } = modelOf(entity);
  if (listedBy !== undefined) return { field: listedBy };
  // Placed by what names it: a person by their memberships.
  for (const through of EntityName.options.filter(holds)) {
    const named = refsOf(through).find(({ to }) => to === entity);
    if (named !== undefined) return { through, place, says: named.field, field: 'id' };
  }
  // Placed by what it names: a directory by its connection.
  const own = EntityName.options.flatMap((through) => {
    const found = holds(through) && refsOf(entity).find(({ to }) => to === through);
    return found ? [{ through, place, says: 'id', field: found.field }] : [];
  });
  return own[0] ?? null;
}

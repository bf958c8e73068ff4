import { EntityName, modelOf } from './entity';
import type { AnyField } from './kinds/field';

/** How the records of an entity are narrowed to one organization: by a field, or by the records that place them there. */
export type ScopedBy =
  | { readonly field: string; readonly through?: undefined }
  | { readonly through: EntityName; readonly field: string; readonly by: string };

const place = 'organizationId';
const holds = (entity: EntityName): boolean => Object.hasOwn(modelOf(entity).fields, place);

/** Null for what belongs to the whole instance. */
export function scopedBy(entity: EntityName): ScopedBy | null {
  if (modelOf(entity).scope) return { field: 'id' };
  if (holds(entity)) return { field: place };
  for (const through of EntityName.options.filter(holds)) {
    const fields: readonly (readonly [string, AnyField])[] = Object.entries(modelOf(through).fields);
    const [field] = fields.find(([, { kind, to }]) => kind === 'ref' && to === entity) ?? [];
    if (field !== undefined) return { through, field, by: place };
  }
  return null;
}

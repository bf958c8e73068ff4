import { type EntityName, modelOf } from './entity';
import type { AnyField } from './kinds/field';

/** The field that says in what every record of an entity stands: in an organization, unless the model tells (`inside`); undefined where they stand in nothing. */
export function homeField(entity: EntityName): string | undefined {
  const { fields, inside } = modelOf(entity);
  const home: AnyField | undefined = fields.organizationId;
  return inside ?? (home?.kind === 'ref' ? 'organizationId' : undefined);
}

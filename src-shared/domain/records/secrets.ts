import type { EntityName } from '../entity';
import type { JsonObject } from '../json';
import { fieldAt } from './fields-of';

/** The values of a creation without its secrets: for whoever looks at it, and for what is kept of it after it was sent. */
export const withoutSecrets = (entity: EntityName, values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fieldAt(entity, name)?.kind !== 'secret'));

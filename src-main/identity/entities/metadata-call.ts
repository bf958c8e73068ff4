import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { metadataField } from '@shared/domain/metadata-field';
import type { ApiCall } from '../api-call';

/** Properties of the wire, by field. */
const properties: Readonly<Record<string, string>> = {
  publicMetadata: 'public_metadata',
  privateMetadata: 'private_metadata',
  unsafeMetadata: 'unsafe_metadata',
};

/**
 * The call that sets one value of a record's metadata, null where the field is none: the service merges deeply, so that what
 * others hold beside it stays, and null takes the key out (spec: `UpdateUserMetadata`, `MergeOrganizationMetadata`,
 * `UpdateOrganizationMembershipMetadata`). `own`: the record's address.
 */
export function metadataCall(
  entity: EntityName,
  own: string,
  path: string,
  value: JsonValue,
): ApiCall | null {
  const [head = '', ...keys] = path.split('.');
  const property = properties[head];
  if (property === undefined || metadataField(entity, path) === undefined) return null;
  const merged = keys.reduceRight<JsonValue>((inner, key) => Object.fromEntries([[key, inner]]), value);
  return { method: 'PATCH', path: `${own}/metadata`, json: { [property]: merged } };
}

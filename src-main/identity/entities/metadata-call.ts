import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { isObject, type JsonValue } from '@shared/domain/json';
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
 * others hold beside it stays, and null takes a key out, also those that an object is to have no more (spec: `UpdateUserMetadata`, `MergeOrganizationMetadata`,
 * `UpdateOrganizationMembershipMetadata`). `own`: the record's address.
 */
export function metadataCall(
  entity: EntityName,
  own: string,
  record: object,
  path: string,
  value: JsonValue,
): ApiCall | null {
  const [head = '', ...keys] = path.split('.');
  const property = properties[head];
  if (property === undefined || metadataField(entity, path) === undefined) return null;
  const merged = keys.reduceRight<JsonValue>(
    (inner, key) => Object.fromEntries([[key, inner]]),
    toMerge(readField(record, path), value),
  );
  return { method: 'PATCH', path: `${own}/metadata`, json: { [property]: merged } };
}

/** What is to be merged into a value so that it becomes another. */
function toMerge(held: JsonValue | undefined, value: JsonValue): JsonValue {
  if (!isObject(held) || !isObject(value)) return value;
  const gone = Object.keys(held).filter((key) => !Object.hasOwn(value, key));
  const kept = Object.entries(value).map(([key, inner]) => [key, toMerge(held[key], inner)] as const);
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...kept]);
}

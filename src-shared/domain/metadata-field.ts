import { type EntityName, modelOf } from './entity';
import { readField, writeField } from './field-path';
import { isJsonArray, type JsonValue } from './json';
import type { Kind } from './kinds/kinds';

/** A value inside of metadata, as editable fields are described: `publicMetadata.tier`. */
export interface MetadataField {
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  readonly create: false;
  /** What the interface calls its values. */
  readonly says?: Readonly<Record<string, string>>;
}

/** The value of an entity's metadata at a path; undefined for another path, and for the whole of it. */
export function metadataField(entity: EntityName, path: string): MetadataField | undefined {
  if (!path.includes('.')) return undefined;
  const [head = '', ...keys] = path.split('.');
  const { fields } = modelOf(entity);
  const field = Object.hasOwn(fields, head) ? fields[head] : undefined;
  if (field?.kind !== 'json' || !field.edit || keys.includes('')) return undefined;
  const part = field.known?.[keys.join('.')];
  if (part !== undefined && part.kind !== 'group')
    return { path, label: part.label, kind: part.kind, create: false, ...(part.says && { says: part.says }) };
  return { path, label: `${field.label}: ${keys.join(' › ')}`, kind: 'entry', create: false };
}

/** A copy of the record with a value at a path; in metadata null takes the key out, as the service does. */
export function writeHeld<T extends object>(
  entity: EntityName,
  record: T,
  path: string,
  value: JsonValue,
): T {
  if (value !== null || metadataField(entity, path) === undefined) return writeField(record, path, value);
  const cut = path.lastIndexOf('.');
  const [parent, key] = [path.slice(0, cut), path.slice(cut + 1)];
  const held = readField(record, parent);
  if (held === undefined || held === null || typeof held !== 'object' || isJsonArray(held)) return record;
  const { [key]: _, ...rest } = held;
  return writeField(record, parent, rest);
}

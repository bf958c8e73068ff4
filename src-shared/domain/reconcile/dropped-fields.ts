import { isDone } from '../acts';
import { configField, isUnknownValue } from '../config-field';
import type { EntityName } from '../entity';
import { readField } from '../field-path';
import type { Intent } from '../intent';
import { isJsonArray, type JsonObject, type JsonValue, jsonEqual } from '../json';
import type { Kind } from '../kinds/kinds';
import { metadataField } from '../metadata-field';
import { sameHeld } from '../normalised';
import { fieldAt } from '../records/fields-of';
import type { RemoteRecord } from '../records/record-map';
import { sameTaken } from './same-taken';

/**
 * Fields that were sent but that the service's answer does not hold: it drops what it does not know without a word. What
 * it holds in its own spelling (`sameHeld`) counts as taken.
 *
 * @param before the record before the change, null for a creation. A logo comes back as a URL, so it counts as taken when
 *   it is another one than before.
 */
export function droppedFields(
  { entity, action }: Pick<Intent, 'entity' | 'action'>,
  before: RemoteRecord | null,
  answer: RemoteRecord,
): readonly string[] {
  if (action.verb === 'delete') return [];
  if (action.verb === 'perform') return isDone(entity, answer, action) === false ? [action.operation] : [];
  const sent =
    action.verb === 'update' ? [[action.field, action.value] as const] : leaves(entity, action.values);
  const base = action.verb === 'update' ? action.base : null;
  const kindOf = (path: string): Kind | undefined => {
    const kind = fieldAt(entity, path)?.kind;
    return kind === 'group' ? undefined : kind;
  };
  return sent
    .filter(([path, value]) =>
      metadataField(entity, path) !== undefined
        ? !jsonEqual(readField(answer, path) ?? null, value)
        : !isTaken({ entity, path, kind: kindOf(path), value, base }, before, answer),
    )
    .map(([path]) => path);
}

interface Sent {
  readonly entity: EntityName;
  readonly path: string;
  readonly kind: Kind | undefined;
  readonly value: JsonValue;
  /** What an edit found there. */
  readonly base: JsonValue;
}

function isTaken(
  { entity, path, kind, value, base }: Sent,
  before: RemoteRecord | null,
  answer: RemoteRecord,
): boolean {
  const held = readField(answer, path);
  if (held === undefined) return true;
  if (sameHeld(kind, held, value)) return true;
  // What stands there as before was not taken, however it is spelt.
  if (!jsonEqual(held, base) && sameTaken(entity, path, held, value)) return true;
  // What reads back masked, or as null although it is set, cannot be compared.
  if (configField(path) !== undefined && isUnknownValue(held)) return true;
  if (path === 'logo' && value !== '')
    return held !== '' && (before === null || !jsonEqual(held, readField(before, path)));
  return path === 'slug' && value === '';
}

/** A group is answered with all its fields: what was sent of it is compared part by part. */
function leaves(entity: EntityName, values: JsonObject): readonly (readonly [string, JsonValue])[] {
  return Object.entries(values).flatMap(([path, value]) =>
    fieldAt(entity, path)?.kind === 'group' &&
    value !== null &&
    typeof value === 'object' &&
    !isJsonArray(value)
      ? Object.entries(value).map(([part, inner]) => [`${path}.${part}`, inner] as const)
      : [[path, value] as const],
  );
}

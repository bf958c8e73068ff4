import { t } from '../language/t';
import { isObject, type JsonObject, type JsonValue, jsonEqual } from './json';

/** One value to set at a path; null takes it out. */
export interface ValueAt {
  readonly path: string;
  /** The keys of the path below the metadata itself. */
  readonly keys: readonly string[];
  readonly value: JsonValue;
  /** Set where the text says null itself, which is no way to keep one. */
  readonly isNull?: true;
}

/**
 * What turns metadata into other metadata, each at the deepest path that differs: the service merges deeply, so that a whole is
 * replaced by its parts, and each part is an edit of its own that can collide, be undone and be told.
 *
 * @param above path of both, e.g. `publicMetadata`.
 */
export function metadataDifference(
  held: JsonObject,
  wanted: JsonObject,
  above: string,
  within: readonly string[] = [],
): readonly ValueAt[] {
  const at = (key: string) => ({ path: [above, ...within, key].join('.'), keys: [...within, key] });
  const gone = Object.keys(held)
    .filter((key) => !Object.hasOwn(wanted, key))
    .map((key) => ({ ...at(key), value: null }));
  const set = Object.entries(wanted).flatMap(([key, value]): readonly ValueAt[] => {
    const before = Object.hasOwn(held, key) ? held[key] : undefined;
    if (isObject(before) && isObject(value))
      return metadataDifference(before, value, above, [...within, key]);
    if (before !== undefined && jsonEqual(before, value)) return [];
    return [{ ...at(key), value, ...(value === null && { isNull: true as const }) }];
  });
  return [...gone, ...set];
}

/** Why a text's value is no metadata at all, null where it is. */
export const noMetadata = (value: JsonValue): string | null =>
  isObject(value) ? null : t('It must be an object: { … }.');

/** Why one of the changes cannot be sent by a path and a merge, null where all can. What stays as it is may be odd. */
export function metadataFault(changes: readonly ValueAt[]): string | null {
  for (const { path, keys, value, isNull } of changes) {
    const odd = keys.find((key) => key === '' || key.includes('.'));
    if (odd !== undefined)
      return t(
        '"{odd}" cannot be changed from here: a key with a dot in it, or an empty one, cannot be told from a path.',
        { odd },
      );
    if (isNull === true || (value !== null && holdsNull(value)))
      return t('{path} holds null, which takes a key out: leave the key out instead.', { path });
  }
  return null;
}

const holdsNull = (value: JsonValue): boolean =>
  value === null || (isObject(value) && Object.values(value).some((inner) => holdsNull(inner)));

import { z } from 'zod';
import { t } from '../../language/t';
import { RecordId } from '../ids';
import { isJsonObject, type JsonObject } from '../json';

/**
 * A value that may be missing or null, which reads as `unset`. One step in place of three (nullable, optional, transform):
 * a first sync reads a million of these.
 */
function orUnset<T>(is: (value: unknown) => boolean, unset: T, expected: string) {
  return z.transform((value: T | null | undefined, context): T => {
    if (value === undefined || value === null) return unset;
    if (!is(value))
      context.issues.push({ code: 'custom', message: t('must be {expected}', { expected }), input: value });
    return value;
  });
}

/**
 * Values on the wire. Required is only what a record cannot be told apart without (`id`, `key`); everything else that
 * is missing or null reads as "not set". A value of another type is never guessed at: that record is kept aside.
 */
export const wire = {
  id: RecordId,
  key: z.string().min(1),
  text: orUnset((value) => typeof value === 'string', '', t('a text')),
  /** Milliseconds since 1970, or a count. */
  whole: orUnset((value) => Number.isSafeInteger(value) && Number(value) >= 0, 0, t('a whole number from 0')),
  flag: orUnset((value) => typeof value === 'boolean', false, t('true or false')),
  metadata: orUnset<JsonObject>(isJsonObject, {}, t('an object')),
} as const;

/** A list inside a record; null is what an empty one looks like in some answers. */
export function wireList<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);
}

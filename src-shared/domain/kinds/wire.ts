import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';

/**
 * Values on the wire. Required is only what a record cannot be told apart without (`id`, `key`); everything else that
 * is missing or null reads as "not set". A value of another type is never guessed at: that record is kept aside.
 */
export const wire = {
  id: RecordId,
  key: z.string().min(1),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  /** Milliseconds since 1970, or a count. */
  whole: z
    .int()
    .min(0)
    .nullish()
    .transform((number) => number ?? 0),
  flag: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
  metadata: JsonObject.nullish().transform((data) => data ?? {}),
} as const;

/** A list inside a record; null is what an empty one looks like in some answers. */
export function wireList<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);
}

import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import { z } from 'zod';

/** Field types of the wire. Only what the spec requires is strict; what is missing or null reads as "not set". */
export const wire = {
  id: RecordId,
  text: z.string(),
  optionalText: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  whole: z.number(),
  optionalWhole: z
    .number()
    .nullish()
    .transform((number) => number ?? 0),
  flag: z.boolean(),
  optionalFlag: z
    .boolean()
    .nullish()
    .transform((flag) => flag ?? false),
  metadata: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((data) => (data ?? {}) as JsonObject),
} as const;

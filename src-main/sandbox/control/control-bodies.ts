import { z } from 'zod';
import { Edit } from './edit';

/** Bodies of the control calls; unknown fields are errors here, so that a test's typo does not pass in silence. */
export const controlBodies = {
  reset: z.strictObject({ data: z.enum(['reseed', 'keep']).default('reseed') }),
  edit: z.strictObject({ instance: z.string().optional(), edits: z.array(Edit).min(1) }),
  down: z.strictObject({ mode: z.enum(['destroyed', 'refused']).default('destroyed') }),
  latency: z.strictObject({
    fixedMs: z.int().min(0).default(0),
    jitterMs: z.int().min(0).default(0),
    seed: z.int().default(1),
  }),
  rateLimit: z.strictObject({
    limit: z.int().min(1).optional(),
    windowMs: z.int().min(1).default(10_000),
    endpoints: z.boolean().default(true),
  }),
  /** `now` is ISO 8601 or Unix milliseconds. */
  clock: z.strictObject({
    now: z
      .union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
      .optional(),
    advanceMs: z.int().min(0).optional(),
    running: z.boolean().optional(),
  }),
  readLag: z.strictObject({ ms: z.int().min(0) }),
  up: z.strictObject({}),
  keys: z.strictObject({ instance: z.string().optional() }),
};

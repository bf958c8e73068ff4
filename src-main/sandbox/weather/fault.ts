import { z } from 'zod';

const methods = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'] as const;

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

/** Which calls a fault hits: all given tests must hold. */
const match = z
  .strictObject({
    method: z.string().toUpperCase().pipe(z.enum(methods)).optional(),
    /** Regular expression on the path after `/v1`, without the query; e.g. `^/organizations/[^/]+$`. */
    path: z.string().refine(isPattern, 'Not a regular expression.').optional(),
    /** Only calls with this instance's key. */
    instance: z.string().optional(),
  })
  .prefault({});

const common = {
  match,
  /** How many calls it hits before it is spent. */
  times: z.int().min(1).default(1),
  /** How many matching calls pass unharmed first. */
  skip: z.int().min(0).default(0),
  /** Hits each matching call with this probability, from a seeded stream. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.int().default(1),
  /** Whether the call takes effect (`after`) or not (`before`). */
  phase: z.enum(['before', 'after']).default('before'),
};

/**
 * A fault to inject, as sent to `POST /_sandbox/faults`.
 *
 * - `status`: an error answer; `retryAfter` seconds go into `Retry-After`.
 * - `drop`: the connection is destroyed without an answer.
 * - `truncate`: the head and the first `bytes` of the body are sent, then the connection is destroyed.
 * - `malformed`: a 200 whose whole body is not JSON.
 * - `hang`: no answer for `ms`, then the connection is destroyed.
 * - `delay`: the true answer, `ms` late.
 * - `duplicate`: the call is delivered twice; the second answer is sent.
 */
export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    ...common,
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    retryAfter: z.number().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal('drop'), ...common }),
  z.strictObject({ kind: z.literal('truncate'), ...common, bytes: z.int().min(0).default(32) }),
  z.strictObject({ kind: z.literal('malformed'), ...common }),
  z.strictObject({ kind: z.literal('hang'), ...common, ms: z.int().min(0).default(60_000) }),
  z.strictObject({ kind: z.literal('delay'), ...common, ms: z.int().min(0) }),
  z.strictObject({ kind: z.literal('duplicate'), ...common }),
]);
export type Fault = z.output<typeof Fault>;

/** A fault before defaults were filled in. */
export type FaultInput = z.input<typeof Fault>;

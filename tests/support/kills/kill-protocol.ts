import { z } from 'zod';

/** What the child is to do, in `KILL_ORDER`. */
export const KillOrder = z.object({
  directory: z.string(),
  key: z.string(),
  url: z.string(),
  apiKey: z.string(),
  seed: z.number(),
  settle: z.boolean(),
});
export type KillOrder = z.infer<typeof KillOrder>;

/** What the child says, one JSON line each. */
export const KillReport = z.discriminatedUnion('kind', [
  /** Ms since its process began. */
  z.object({ kind: z.literal('ready'), ms: z.number() }),
  z.object({ kind: z.literal('phase'), phase: z.enum(['pull', 'edit', 'plan', 'push']) }),
  /** Acknowledged: these must never be lost. */
  z.object({ kind: z.literal('staged'), ids: z.array(z.string()) }),
  z.object({
    kind: z.literal('settled'),
    intents: z.array(z.object({ id: z.string(), state: z.string(), code: z.string() })),
  }),
]);
export type KillReport = z.infer<typeof KillReport>;

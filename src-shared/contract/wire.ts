import { z } from 'zod';
import { Failure } from './failure';

/** A message from the renderer to the engine over the port. */
export const ToEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number().int(), operation: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('subscribe'), id: z.number().int(), feed: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('unsubscribe'), id: z.number().int() }),
]);
export type ToEngine = z.infer<typeof ToEngine>;

/** A message from the engine to the renderer; `id` is that of the call or subscription it answers. */
export const FromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int(), ok: z.literal(true), value: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.number().int(), error: Failure }),
  z.object({ kind: z.literal('feed'), id: z.number().int(), value: z.unknown() }),
]);
export type FromEngine = z.infer<typeof FromEngine>;

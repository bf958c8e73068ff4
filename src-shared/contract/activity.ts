import { z } from 'zod';
import { PushProgress } from './status';

/** What a workspace does that somebody may want to hear of who looks elsewhere. */
export const Activity = z.object({
  /** The run under way; null while none is. */
  push: PushProgress.pick({ done: true, total: true }).extend({ held: z.boolean() }).nullable(),
  /** Changes that are open, and those of them that wait for somebody's decision. */
  open: z.number().int(),
  conflict: z.number().int(),
  refused: z.number().int(),
  unknown: z.number().int(),
});
export type Activity = z.infer<typeof Activity>;

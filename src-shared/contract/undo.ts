import { z } from 'zod';

/** Intents that were withdrawn, and the undo group by which they come back. */
export const Withdrawn = z.object({ withdrawn: z.number().int(), undoGroup: z.string() });
export type Withdrawn = z.infer<typeof Withdrawn>;

/** An undo group that was taken back, or redone. */
export const Undone = z.object({
  title: z.string(),
  /** Intents that moved. */
  count: z.number().int(),
  /** Whether something of the group was applied or changed meanwhile, and stays. */
  partly: z.boolean(),
});
export type Undone = z.infer<typeof Undone>;

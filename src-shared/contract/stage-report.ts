import { z } from 'zod';
import { Intent } from '../domain/intent';
import { Failure } from './failure';

/** What became of drafts: a rejected draft changes nothing, and says why. */
export const StageReport = z.object({
  staged: z.array(Intent),
  rejected: z.array(z.object({ index: z.number().int(), failure: Failure })),
});
export type StageReport = z.infer<typeof StageReport>;

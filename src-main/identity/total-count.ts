import { z } from 'zod';

/** How many there are in all, as a list or an endpoint of counts says it (spec: `total_count`). Less than none is no answer. */
export const TotalCount = z.object({ total_count: z.number().int().nonnegative() });

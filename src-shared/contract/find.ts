import { z } from 'zod';
import { EntityName } from '../domain/entity';

/** One record that was found, as a list of hits names it. */
export const Hit = z.object({
  id: z.string(),
  label: z.string(),
  /** What tells it from others of that name: an address, a key. */
  note: z.string(),
  /** '' for what belongs to none. */
  organizationId: z.string(),
});
export type Hit = z.infer<typeof Hit>;

export const Found = z.object({
  /** What was looked for as well, because little was called what was typed: words that differ by one slip. '' where nothing was. */
  corrected: z.string(),
  groups: z.array(z.object({ entity: EntityName, hits: z.array(Hit) })),
});
export type Found = z.infer<typeof Found>;

export const findOperations = {
  /** Records of every kind whose text holds the needle, or whose id begins with it; so many of each kind at most. */
  find: {
    kind: 'read',
    input: z.object({
      text: z.string().max(200),
      scope: z.string().optional(),
      limit: z.number().int().min(1).max(20).default(5),
    }),
    output: Found,
  },
} as const;

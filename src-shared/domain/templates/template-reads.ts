import { z } from 'zod';
import { Failure } from '../failure';

/** When the templates of an application were asked for last, ms, and why they were not read; null where they were. */
export const TemplateRead = z.object({ at: z.number(), failure: Failure.nullable() });
export type TemplateRead = z.infer<typeof TemplateRead>;

/** By application id. */
export type TemplateReads = ReadonlyMap<string, TemplateRead>;

/**
 * Whom to ask next: those never asked, then those asked longest ago; at most `most`, and nobody asked after `before`. Who was asked later
 * than `now` was so by a clock that was put right since, and is asked as if never. Times in ms. Pure.
 */
export function nextToRead(
  ids: readonly string[],
  reads: TemplateReads,
  { now, before, most }: { readonly now: number; readonly before: number; readonly most: number },
): readonly string[] {
  return ids
    .map((id) => ({ id, at: reads.get(id)?.at ?? 0 }))
    .map(({ id, at }) => ({ id, at: at > now ? 0 : at }))
    .filter(({ at }) => at <= before)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ id }) => id);
}

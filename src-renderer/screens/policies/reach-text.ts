import { formatCount } from '@renderer/ui/format/format-count';
import type { PolicyReach } from '@shared/domain/policy-reach';

/** `312 of 8,000 people have no second factor: asked to set one up at the next sign-in.` */
export function reachText(
  { one, many, means }: PolicyReach,
  { count, all, met }: { readonly count: number; readonly all: number; readonly met: boolean },
): string {
  const who = `${formatCount(count)} of ${formatCount(all)} people ${count === 1 ? one : many}`;
  if (count === 0) return `Nobody of ${formatCount(all)} people ${one}: nobody would notice.`;
  return met ? `${who}: ${means}.` : `${who}. Changed, that means: ${means}.`;
}

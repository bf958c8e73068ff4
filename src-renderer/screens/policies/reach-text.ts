import { formatCount } from '@renderer/ui/format/format-count';
import type { PolicyReach } from '@shared/domain/policy-reach';

/** `312 of 8,000 people have no second factor: asked to set one up at the next sign-in.` What is not so yet says when it would be. */
export function reachText(
  { meets, one, many, means }: PolicyReach,
  { count, all, met }: { readonly count: number; readonly all: number; readonly met: boolean },
): string {
  const who = `${formatCount(count)} of ${formatCount(all)} people ${count === 1 ? one : many}`;
  if (count === 0) return `${who}.`;
  if (met || meets === undefined) return `${who}: ${means}.`;
  return `${who}. Switched ${meets === true ? 'on' : 'off'}: ${means}.`;
}

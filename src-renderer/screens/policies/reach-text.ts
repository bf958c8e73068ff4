import type { PolicyReach } from '@shared/domain/policy-reach';
import { t } from '@shared/language/t';

/** `312 of 8,000 people have no second factor: asked to set one up at the next sign-in.` What is not so yet says when it would be. */
export function reachText(
  { meets, one, many, means }: PolicyReach,
  { count, all, met }: { readonly count: number; readonly all: number; readonly met: boolean },
): string {
  const who = t('{count, number} of {all, number} people {meet}', {
    count,
    all,
    meet: count === 1 ? one : many,
  });
  if (count === 0) return `${who}.`;
  if (met || meets === undefined) return `${who}: ${means}.`;
  return meets === true
    ? t('{who}. Switched on: {means}.', { who, means })
    : t('{who}. Switched off: {means}.', { who, means });
}

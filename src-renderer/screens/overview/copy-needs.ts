import type { LeftOuts } from '@renderer/state/left-out';
import type { Need } from '@shared/contract/overview';
import type { Freshness } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';
import { dayMs } from '@shared/domain/utc-day';

/** What needs an admin as the copy stands: a refused key, lists and records that are not in it, its age. Pure; `now` in ms. */
export function copyNeeds(freshness: Freshness, leftOuts: LeftOuts, now: number): readonly Need[] {
  const none = { name: '', of: '', at: 0 };
  const unlisted = [...leftOuts.values()].filter(({ failure }) => failure !== null);
  const unread = [...leftOuts.values()].filter(({ unreadCount }) => unreadCount > 0);
  const days = freshness.asOf === 0 ? 0 : Math.floor((now - freshness.asOf) / dayMs);
  const needs: readonly Need[] = [
    { ...none, kind: 'key-refused', gravity: 'critical', count: freshness.kind === 'key-refused' ? 1 : 0 },
    { ...none, kind: 'unlisted', gravity: 'warning', count: unlisted.length, name: namesOf(unlisted) },
    {
      ...none,
      kind: 'unread',
      gravity: 'warning',
      count: unread.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
      name: namesOf(unread),
    },
    { ...none, kind: 'stale', gravity: 'warning', count: days, at: freshness.asOf },
  ];
  return needs.filter(({ count }) => count > 0);
}

const namesOf = (some: readonly { readonly entity: keyof typeof entityWords }[]): string =>
  some.map(({ entity }) => entityWords[entity].many).join(', ');

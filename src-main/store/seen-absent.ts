import type { EntityName } from '@shared/domain/entity';
import { fieldAt } from '@shared/domain/records/fields-of';
import { z } from 'zod';
import type { Store } from './store';

/** As the sync keeps it (`sync/walk-state.ts`). */
const Walk = z.object({
  ended: z.boolean(),
  completedAt: z.number(),
  failure: z.unknown(),
  phase: z.string(),
  /** Those that could not be read: the first of them, and how many; of the walk before only how many. */
  unread: z.array(z.object({ id: z.string() })).default([]),
  unreadCount: z.number().default(0),
  unreadBefore: z.number().default(0),
});

/** Whether a list was read to its end. */
export async function isCopiedWhole(store: Pick<Store, 'meta'>, entity: EntityName): Promise<boolean> {
  return (await walkOf(store, entity)) !== null;
}

/**
 * Whether a record that the copy lacks was seen absent: its list was read to its end, and it is none of those that could not be read. Else
 * it is only not known.
 */
export async function seenAbsent(
  store: Pick<Store, 'meta'>,
  entity: EntityName,
): Promise<(id: string) => boolean> {
  const walk = await walkOf(store, entity);
  if (walk === null || !areAllNamed(walk)) return () => false;
  // What has a key is asked for by it, and an unread record says nothing of its own.
  if (walk.unread.length > 0 && fieldAt(entity, 'key') !== undefined) return () => false;
  return (id) => !walk.unread.some((odd) => odd.id === id);
}

/** Whether it is known of each record that could not be read which one it is. */
const areAllNamed = ({ phase, unread, unreadCount, unreadBefore }: z.output<typeof Walk>): boolean =>
  unreadCount <= unread.length && (phase === 'done' || unreadBefore === 0);

/** Null where it did not come to its end. */
async function walkOf(store: Pick<Store, 'meta'>, entity: EntityName): Promise<z.output<typeof Walk> | null> {
  const walk = Walk.safeParse(await store.meta(`sync.walk.${entity}`)).data;
  if (walk === undefined || (walk.failure ?? null) !== null) return null;
  return walk.ended || walk.completedAt > 0 ? walk : null;
}

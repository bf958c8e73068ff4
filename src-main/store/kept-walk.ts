import type { EntityName } from '@shared/domain/entity';
import { Failure } from '@shared/domain/failure';
import { UnreadRecord } from '@shared/domain/records/unread-record';
import { z } from 'zod';
import type { Store } from './store';

/** The small value that tells how the list of an entity was walked. */
export const walkKey = (entity: EntityName): string => `sync.walk.${entity}`;

const key = /^sync\.walk\.(.+)$/;

/** Of which entity a small value of the store tells how its list was walked; null for another value. */
export const walkedEntity = (name: string): string | null => key.exec(name)?.[1] ?? null;

/** What is kept of a walk that others than the sync ask for; how it goes on is the sync's own (`src-main/sync/walk-state.ts`). */
const KeptWalk = z.object({
  phase: z.enum(['pulling', 'confirming', 'done']),
  /** An earlier walk came to its end: what this one finds new was not there then. Walks of an earlier version do not say. */
  ended: z.boolean().default(true),
  /** When the first walk came to its end, ms: before, nobody knew the list. 0 where that was before it was kept, or has not been. */
  since: z.number().default(0),
  /** Records, as the service says. */
  total: z.number().default(0),
  /** Records of this pass that could not be read: the first of them, and how many. */
  unread: z.array(UnreadRecord).readonly().default([]),
  unreadCount: z.number().default(0),
  /** How many could not be read by the last walk that came to its end. */
  unreadBefore: z.number().default(0),
  /** Why the last walk that was answered ended without its records, where that lasts: the list is refused, or it is not complete. */
  failure: Failure.nullable().default(null),
});
export type KeptWalk = Readonly<z.output<typeof KeptWalk>>;

/** Null where there is none. */
export const decodeWalk = (value: unknown): KeptWalk | null => KeptWalk.safeParse(value).data ?? null;

/** Whether a list was ever walked to its end, and what the copy lacks of it: while it is walked again, what was told last. */
export interface Walked {
  readonly ended: boolean;
  /** When that was first, ms; 0 where it is not kept. */
  readonly since: number;
  /** How many records it has, as the service says. */
  readonly total: number;
  /** How many of its records could not be read. */
  readonly unread: number;
  /** The ids of those; null where it is not known of each which one it is. */
  readonly named: readonly string[] | null;
  /** Why it is refused or not complete since. */
  readonly failure: Failure | null;
}

const never: Walked = { ended: false, since: 0, total: 0, unread: 0, named: [], failure: null };

export async function readWalked(store: Pick<Store, 'meta'>, entity: EntityName): Promise<Walked> {
  const walk = decodeWalk(await store.meta(walkKey(entity)));
  if (walk === null) return never;
  const { phase, since, total, unread, unreadCount, unreadBefore, failure } = walk;
  const areAllNamed = unreadCount <= unread.length && (phase === 'done' || unreadBefore === 0);
  return {
    ended: walk.ended || phase === 'done',
    since,
    total,
    unread: unreadOf(walk),
    named: areAllNamed ? unread.map(({ id }) => id) : null,
    failure,
  };
}

/** How many of its records could not be read: while it is walked again, as many as before at least. */
export const unreadOf = ({
  phase,
  unreadCount,
  unreadBefore,
}: Pick<KeptWalk, 'phase' | 'unreadCount' | 'unreadBefore'>): number =>
  phase === 'done' ? unreadCount : Math.max(unreadCount, unreadBefore);

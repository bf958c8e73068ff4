import { decodeWalk, type KeptWalk, unreadOf, walkKey } from '@main/store/kept-walk';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';

/** Where a walk goes on. */
export interface WalkCursor {
  readonly offset: number;
  /** Ids of the last records walked over, in order: the next page must overlap them, or something moved. */
  readonly tail: readonly RecordId[];
}

/** What a pass over a list saw, and what the service counted at its end. */
interface Ending {
  readonly seen: number;
  readonly total: number;
}

/** The walk over one collection, as kept in the store: what the sync alone asks of it, beside what others do. */
export interface WalkState extends KeptWalk {
  /** The sweep it belongs to. */
  readonly sweep: number;
  /** 1, and one more for each confirming pass. */
  readonly pass: number;
  /** The list was seen to move during this pass. */
  readonly moved: boolean;
  readonly cursor: WalkCursor;
  /** As the service says. */
  readonly total: number;
  /** The least that the service counted during this pass: so many records must have been seen. Null before the first page. */
  readonly least: number | null;
  /** Repairing passes in a row that found nothing. */
  readonly vain: number;
  /** How many more records the service showed than it counted, seen steady by two passes: that again is no move. 0 for a service that counts right. */
  readonly uncounted: number;
  /** What the pass before this one ended with, where the two differed. */
  readonly ending: Ending | null;
  readonly changed: number;
  readonly deleted: number;
  /** Chunks of seen ids stored so far (meta `sync.seen.<entity>.<n>`). */
  readonly chunks: number;
  readonly startedAt: number;
  /** 0 while it runs. */
  readonly completedAt: number;
  readonly tookMs: number;
}

/** The sweep over all collections (meta `sync.sweep`). It runs while `completedAt < startedAt`. */
export interface SweepState {
  readonly number: number;
  readonly startedAt: number;
  /** End of the last complete sweep, 0 when there was none. */
  readonly completedAt: number;
}

export const metaKeys = {
  sweep: 'sync.sweep',
  walk: walkKey,
  page: (entity: EntityName, place: number) => `sync.page.${entity}.${place}`,
  seen: (entity: EntityName, chunk: number) => `sync.seen.${entity}.${chunk}`,
} as const;

/** Odd records that are named to people; behind them only their number is kept. */
export const mostNamed = 20;
/** Passes over a list that does not stop moving; then deletions are left to the confirmation by id. */
export const mostPasses = 3;
/**
 * Passes for records that the service counts and does not show, and how many in a row may find none; then the copy counts as
 * incomplete.
 */
const mostRepairs = 12;
const mostVain = 2;

const headOfList: WalkCursor = { offset: 0, tail: [] };

/** `last`: how an earlier walk of the collection stands. */
export function newWalk(sweep: number, startedAt: number, last: WalkState | null = null): WalkState {
  return {
    sweep,
    phase: 'pulling',
    pass: 1,
    moved: false,
    cursor: headOfList,
    total: last?.total ?? 0,
    ended: last !== null && (last.ended || last.phase === 'done'),
    since: last?.since ?? 0,
    least: null,
    vain: 0,
    uncounted: last?.uncounted ?? 0,
    ending: null,
    unread: [],
    unreadCount: 0,
    unreadBefore: last === null ? 0 : unreadOf(last),
    // Until it comes to its end nobody has another word on the list.
    failure: last?.failure ?? null,
    changed: 0,
    deleted: 0,
    chunks: 0,
    startedAt,
    completedAt: 0,
    tookMs: 0,
  };
}

/** The walk from the head of the list again, to find what moved past it and what has gone since. */
function anotherPass(walk: WalkState): WalkState {
  return {
    ...walk,
    phase: 'confirming',
    pass: walk.pass + 1,
    moved: false,
    cursor: headOfList,
    chunks: 0,
    ...{ least: null, unread: [], unreadCount: 0 },
  };
}

/** A pass that adds to what was seen: over pages cut elsewhere. */
function repairingPass(walk: WalkState, vain: number): WalkState {
  const pass = Math.max(walk.pass, mostPasses) + 1;
  return { ...walk, phase: 'confirming', pass, moved: false, cursor: headOfList, least: null, vain };
}

/**
 * The pass that must follow: one over a list that moved, or one that looks for what the service counts and did not show.
 * Null when the walk is as good as it gets. `seen`: records seen by now, and `before` the pass that has ended. `forgets`: what was seen so far may be gone by now. Pure.
 */
export function nextPass(
  walk: WalkState,
  { seen, before }: { readonly seen: number; readonly before: number },
): { readonly walk: WalkState; readonly forgets: boolean } | null {
  if (walk.moved && walk.pass < mostPasses) return { walk: anotherPass(walk), forgets: true };
  if (!isShort(walk, seen) || walk.pass >= mostPasses + mostRepairs) return null;
  const vain = walk.pass > mostPasses && seen === before ? walk.vain + 1 : 0;
  return vain < mostVain ? { walk: repairingPass(walk, vain), forgets: false } : null;
}

/** Whether the service counts more records than it has shown. */
export function isShort({ least }: WalkState, seen: number): boolean {
  return least !== null && seen < least;
}

/** Only this folder writes these keys, in the types above. */
export async function readWalk(store: Pick<Store, 'meta'>, entity: EntityName): Promise<WalkState | null> {
  const stored = await store.meta(walkKey(entity));
  const kept = decodeWalk(stored);
  const own = stored as WalkState | null;
  // Walks of an earlier version lack what was added since.
  return kept && own && { ...newWalk(own.sweep, own.startedAt), ...own, ...kept };
}

export async function readSweep(store: Pick<Store, 'meta'>): Promise<SweepState> {
  const stored = (await store.meta(metaKeys.sweep)) as SweepState | null;
  return stored ?? { number: 0, startedAt: 0, completedAt: 0 };
}

export function asMeta(state: WalkState | SweepState): JsonValue {
  return { ...state } as unknown as JsonValue;
}

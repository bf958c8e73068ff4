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

/** The walk over one collection, as kept in the store (meta `sync.walk.<entity>`). */
export interface WalkState {
  /** The sweep it belongs to. */
  readonly sweep: number;
  readonly phase: 'pulling' | 'confirming' | 'done';
  /** 1, and one more for each confirming pass. */
  readonly pass: number;
  /** The list was seen to move during this pass. */
  readonly moved: boolean;
  readonly cursor: WalkCursor;
  /** As the service says. */
  readonly total: number;
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
  walk: (entity: EntityName) => `sync.walk.${entity}`,
  page: (entity: EntityName, place: number) => `sync.page.${entity}.${place}`,
  seen: (entity: EntityName, chunk: number) => `sync.seen.${entity}.${chunk}`,
} as const;

const headOfList: WalkCursor = { offset: 0, tail: [] };

export function newWalk(sweep: number, startedAt: number, total = 0): WalkState {
  return {
    sweep,
    phase: 'pulling',
    pass: 1,
    moved: false,
    cursor: headOfList,
    total,
    changed: 0,
    deleted: 0,
    chunks: 0,
    startedAt,
    completedAt: 0,
    tookMs: 0,
  };
}

/** The walk from the head of the list again, to find what moved past it and what has gone since. */
export function anotherPass(walk: WalkState): WalkState {
  return { ...walk, phase: 'confirming', pass: walk.pass + 1, moved: false, cursor: headOfList, chunks: 0 };
}

/** Only this folder writes these keys, in the types above. */
export async function readWalk(store: Store, entity: EntityName): Promise<WalkState | null> {
  return (await store.meta(metaKeys.walk(entity))) as WalkState | null;
}

export async function readSweep(store: Store): Promise<SweepState> {
  const stored = (await store.meta(metaKeys.sweep)) as SweepState | null;
  return stored ?? { number: 0, startedAt: 0, completedAt: 0 };
}

export function asMeta(state: WalkState | SweepState): JsonValue {
  return { ...state } as unknown as JsonValue;
}

import type { Store, WriteBatch } from '@main/store/store';
import { IntentId } from '@shared/domain/ids';
import { IntentState } from '@shared/domain/intent';
import { z } from 'zod';

/** How an undo group moved one intent. A new intent comes from `withdrawn`: taking the undo group back leads there. */
export interface Move {
  readonly id: IntentId;
  readonly from: IntentState;
  readonly to: IntentState;
}

type Meta = NonNullable<WriteBatch['meta']>;

export interface UndoGroup {
  /** Its id, under the name that files keep. */
  readonly gesture: string;
  /** What undo and redo call it, e.g. `Role of 12 members`. */
  readonly title: string;
  /** The window that asked for it; '' for none. Its id means nothing once it is closed. */
  readonly by: string;
}

export interface Stacks {
  /** Latest last. */
  readonly undo: readonly UndoGroup[];
  readonly redo: readonly UndoGroup[];
}

const UndoGroupSchema = z.object({ gesture: z.string(), title: z.string(), by: z.string().default('') });
const StacksSchema = z.object({ undo: z.array(UndoGroupSchema), redo: z.array(UndoGroupSchema) });
const MovesSchema = z.array(z.tuple([IntentId, IntentState, IntentState]));

export const stacksKey = 'undo/stacks';
const movesKey = (gesture: string): string => `undo/moves/${gesture}`;
const deepest = 200;

/** The stacks as they stand; they survive restarts. */
export async function readStacks(store: Store): Promise<Stacks> {
  const stored = StacksSchema.safeParse(await store.meta(stacksKey));
  return stored.success ? stored.data : { undo: [], redo: [] };
}

/** What an undo group moved, in order. */
export async function readMoves(store: Store, { gesture }: UndoGroup): Promise<readonly Move[]> {
  const stored = MovesSchema.safeParse(await store.meta(movesKey(gesture)));
  return stored.success ? stored.data.map(([id, from, to]) => ({ id, from, to })) : [];
}

/** Stacks after a new undo group: it can be undone, and nothing can be redone any more. */
export function pushUndoGroup(stacks: Stacks, group: UndoGroup, moves: readonly Move[]): Meta {
  const undo = [...stacks.undo, group];
  const dropped = [...stacks.redo, ...undo.splice(0, undo.length - deepest)];
  return {
    ...writeStacks({ undo, redo: [] }, dropped),
    [movesKey(group.gesture)]: moves.map(({ id, from, to }) => [id, from, to]),
  };
}

/** Stacks as they shall stand from now on, without the moves of undo groups that are dropped for good. */
export function writeStacks(stacks: Stacks, dropped: readonly UndoGroup[]): Meta {
  const plain = (list: readonly UndoGroup[]) =>
    list.map(({ gesture, title, by }) => ({ gesture, title, by }));
  return {
    ...Object.fromEntries(dropped.map(({ gesture }) => [movesKey(gesture), null])),
    [stacksKey]: { undo: plain(stacks.undo), redo: plain(stacks.redo) },
  };
}

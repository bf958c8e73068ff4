import type { Store, WriteBatch } from '@main/store/store';
import { IntentId } from '@shared/domain/ids';
import { IntentState } from '@shared/domain/intent';
import { z } from 'zod';

/** How a gesture moved one intent. A new intent comes from `withdrawn`: taking the gesture back leads there. */
export interface Move {
  readonly id: IntentId;
  readonly from: IntentState;
  readonly to: IntentState;
}

type Meta = NonNullable<WriteBatch['meta']>;

export interface Gesture {
  readonly gesture: string;
  /** What undo and redo call it, e.g. `Role of 12 members`. */
  readonly title: string;
}

export interface Stacks {
  /** Latest last. */
  readonly undo: readonly Gesture[];
  readonly redo: readonly Gesture[];
}

const GestureSchema = z.object({ gesture: z.string(), title: z.string() });
const StacksSchema = z.object({ undo: z.array(GestureSchema), redo: z.array(GestureSchema) });
const MovesSchema = z.array(z.tuple([IntentId, IntentState, IntentState]));

const stacksKey = 'undo/stacks';
const movesKey = (gesture: string): string => `undo/moves/${gesture}`;
const deepest = 200;

/** The stacks as they stand; they survive restarts. */
export async function readStacks(store: Store): Promise<Stacks> {
  const stored = StacksSchema.safeParse(await store.meta(stacksKey));
  return stored.success ? stored.data : { undo: [], redo: [] };
}

/** What a gesture moved, in order. */
export async function readMoves(store: Store, { gesture }: Gesture): Promise<readonly Move[]> {
  const stored = MovesSchema.safeParse(await store.meta(movesKey(gesture)));
  return stored.success ? stored.data.map(([id, from, to]) => ({ id, from, to })) : [];
}

/** Stacks after a new gesture: it can be undone, and nothing can be redone any more. */
export function pushGesture(stacks: Stacks, gesture: Gesture, moves: readonly Move[]): Meta {
  const undo = [...stacks.undo, gesture];
  const dropped = [...stacks.redo, ...undo.splice(0, undo.length - deepest)];
  return {
    ...writeStacks({ undo, redo: [] }, dropped),
    [movesKey(gesture.gesture)]: moves.map(({ id, from, to }) => [id, from, to]),
  };
}

/** Stacks as they shall stand from now on, without the moves of gestures that are dropped for good. */
export function writeStacks(stacks: Stacks, dropped: readonly Gesture[]): Meta {
  const plain = (list: readonly Gesture[]) => list.map(({ gesture, title }) => ({ gesture, title }));
  return {
    ...Object.fromEntries(dropped.map(({ gesture }) => [movesKey(gesture), null])),
    [stacksKey]: { undo: plain(stacks.undo), redo: plain(stacks.redo) },
  };
}

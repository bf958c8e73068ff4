import type { Store, WriteBatch } from '@main/store/store';
import type { Intent, IntentState } from '@shared/domain/intent';
import { intentBatch, moveIntent } from '../rows/intent-batch';
import { withoutAnswers } from './conflict-answers';
import { type Move, pushUndoGroup, readStacks } from './undo-stack';

export interface UndoGroupContent {
  readonly gesture: string;
  /** What undo calls it. */
  readonly title: string;
  /** The window that asks for it; '' for none. */
  readonly by: string;
  readonly at: number;
  readonly opened: readonly Intent[];
  readonly closed: readonly { readonly intent: Intent; readonly to: IntentState }[];
  /** Intents that stay open and are rewritten beside it; undo does not touch them. */
  readonly rewritten?: readonly Intent[];
}

/** One undo group as one transaction: intents opened and closed, their rows, and the way back. Within a write plan. */
export async function undoGroupBatch(store: Store, content: UndoGroupContent): Promise<WriteBatch> {
  const { gesture, title, by, at, opened, closed, rewritten = [] } = content;
  const moves: readonly Move[] = [
    ...closed.map(({ intent, to }) => ({ id: intent.id, from: intent.state, to })),
    ...opened.map(({ id }) => ({ id, from: 'withdrawn', to: 'staged' }) as const),
  ];
  const moved = closed.map(({ intent, to }) => moveIntent(intent, to, at));
  const settled = [...moved, ...rewritten];
  return {
    ...(await intentBatch(store, [...settled, ...opened])),
    meta: {
      ...pushUndoGroup(await readStacks(store), { gesture, title, by }, moves),
      ...(await withoutAnswers(store, settled)),
    },
  };
}

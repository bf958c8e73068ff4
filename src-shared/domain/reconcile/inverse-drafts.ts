import type { Intent, IntentDraft } from '../intent';
import { recordKey } from '../rules/staging-world';
import { undoOf } from './undo-of';

export interface Inverse {
  readonly drafts: readonly { readonly label: string; readonly draft: IntentDraft }[];
  readonly notUndone: readonly {
    readonly intentId: Intent['id'];
    readonly label: string;
    readonly reason: string;
  }[];
}

/**
 * What takes applied intents back as a whole. Pure. Of several edits of a field the first one's base counts, and the last
 * one's value is what the service should still hold; a record that was created is deleted, whatever became of its fields.
 */
export function inverseDrafts(applied: readonly Intent[]): Inverse {
  const inOrder = [...applied].sort((a, b) => a.seq - b.seq);
  const drafts = new Map<string, { label: string; draft: IntentDraft }>();
  const notUndone: { intentId: Intent['id']; label: string; reason: string }[] = [];
  const created = new Set<string>();
  for (const intent of inOrder) {
    const { entity, recordId, action, label } = intent;
    const record = recordKey(entity, recordId);
    if (action.verb === 'create') created.add(record);
    else if (created.has(record)) {
      if (action.verb === 'delete') drafts.delete(record);
      continue;
    }
    const undo = undoOf(intent);
    if (undo.kind === 'impossible') {
      notUndone.push({ intentId: intent.id, label, reason: undo.reason });
      continue;
    }
    if (undo.caveat !== '') notUndone.push({ intentId: intent.id, label, reason: undo.caveat });
    const key = action.verb === 'update' ? `${record}/${action.field}` : record;
    const earlier = drafts.get(key)?.draft.action;
    if (action.verb === 'update' && earlier?.verb === 'update')
      drafts.set(key, {
        label,
        draft: { ...undo.draft, action: { ...earlier, base: action.value } },
      });
    else drafts.set(key, { label, draft: undo.draft });
  }
  return { drafts: [...drafts.values()].reverse(), notUndone };
}

import { asHeld } from '@shared/domain/as-held';
import { editableField } from '@shared/domain/editable-fields';
import type { EntityName } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { undoGroupTitle } from '@shared/domain/staging/undo-group-title';
import { t } from '@shared/language/t';
import { intentBatch } from '../rows/intent-batch';
import { withoutAnswers } from './conflict-answers';
import { newIntents, nextSeq, seqKey } from './new-intents';
import type { Resolved } from './resolve-conflicts';
import type { StagingOptions } from './staging-options';
import { undoGroupBatch } from './undo-group-batch';
import { withdrawal } from './withdrawal';

/**
 * Writes how the admin decided conflicts, as one undo group that undo takes back: edits given up are withdrawn, third values
 * are new edits that supersede the old ones. Returned: the intents to send, which are those kept and the new ones.
 */
export async function writeResolved(
  { store, now, newId, windows }: StagingOptions,
  { theirs, mine, other }: Resolved,
): Promise<readonly Intent[]> {
  if (theirs.length + mine.length + other.length === 0) return [];
  const by = windows?.asking() ?? '';
  let opened: readonly Intent[] = [];
  await store.write(async () => {
    if (theirs.length + other.length === 0)
      return { ...(await intentBatch(store, mine)), meta: await withoutAnswers(store, mine) };
    const at = now();
    const first = await nextSeq(store);
    const gesture = newId();
    opened = other.flatMap(({ intent, value }, index) => {
      const { action, changeSetId } = intent;
      const seed = {
        ...intent,
        action:
          action.verb === 'update'
            ? { ...action, value: heldBy(intent.entity, action.field, value) }
            : action,
      };
      return newIntents([seed], { firstSeq: first + index, at, gesture, changeSetId, newId });
    });
    const fallen = await withdrawal(
      store,
      theirs.map(({ id }) => id),
    );
    const given = fallen.map((intent) => ({ intent, to: 'withdrawn' as const }));
    const replaced = other.map(({ intent }) => ({
      intent: { ...intent, state: 'conflict' as const },
      to: 'superseded' as const,
    }));
    const title = t('Conflict: {title}', { title: undoGroupTitle([...theirs, ...opened]) });
    const closed = [...given, ...replaced];
    const batch = await undoGroupBatch(store, { gesture, title, by, at, opened, closed, rewritten: mine });
    return { ...batch, meta: { ...batch.meta, [seqKey]: first + opened.length - 1 } };
  });
  return [...mine, ...opened];
}

function heldBy(entity: EntityName, path: string, value: JsonValue): JsonValue {
  const field = editableField(entity, path);
  return asHeld(field?.kind, value, field);
}

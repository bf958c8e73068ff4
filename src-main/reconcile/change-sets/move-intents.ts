import type { Store, WriteBatch } from '@main/store/store';
import type { ChangeSetId, IntentId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';

/** Open intents put into another change set: these, or all of one set. Within a write plan. */
export async function moveIntents(
  store: Store,
  to: ChangeSetId,
  from: { readonly ids: readonly IntentId[] } | { readonly changeSetId: ChangeSetId },
): Promise<{ readonly moved: number; readonly batch: WriteBatch }> {
  const open = await store.intents({ states: openStates, ...from });
  const intents = open
    .filter(({ changeSetId }) => changeSetId !== to)
    .map((intent) => ({ ...intent, changeSetId: to }));
  return { moved: intents.length, batch: { intents } };
}

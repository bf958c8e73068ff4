import type { Store } from '@main/store/store';
import type { IntentId } from '@shared/domain/ids';
import { type Intent, isOpen, openStates } from '@shared/domain/intent';
import { readDependents } from '../rows/read-dependents';

/** Open intents among these, and with a creation everything that stands on it. */
export async function withdrawal(store: Store, ids: readonly IntentId[]): Promise<readonly Intent[]> {
  const asked = (await store.intents({ ids })).filter(isOpen);
  const created = asked.filter(({ action }) => action.verb === 'create').map(({ recordId }) => recordId);
  if (created.length === 0) return asked;
  const own = await store.intents({ states: openStates, recordIds: created });
  const inside = [...(await readDependents(store, created)).values()].flat();
  return [...new Map([...asked, ...own, ...inside].map((intent) => [intent.id, intent])).values()];
}

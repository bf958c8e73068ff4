import type { Store } from '@main/store/store';
import type { Intent } from '@shared/domain/intent';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { observe } from './observe';
import type { ReconcileContext } from './reconcile-context';
import { reproject } from './reproject';

type Change = Partial<
  Pick<Intent, 'state' | 'attempts' | 'nextAttemptAt' | 'theirs' | 'outcome' | 'action' | 'closedAt'>
>;

/**
 * Journals a move of an intent, with its row in the same transaction, and with what was just seen on the service where
 * something was (`seen`; null: nothing there). Null when the admin has withdrawn or changed the intent meanwhile: then
 * nothing is written.
 */
export async function moveInStore(
  { store, now }: ReconcileContext,
  intent: Intent,
  change: Change,
  seen?: RemoteRecord | null,
): Promise<Intent | null> {
  const moved = { ...intent, ...change };
  let stands = false;
  await store.write(async () => {
    stands = await isAsRead(store, intent);
    if (!stands) return {};
    if (seen === undefined) return { ...(await reproject(store, [moved])), intents: [moved] };
    const observation = { entity: intent.entity, id: intent.recordId, remote: seen };
    return { ...(await observe(store, [observation], { at: now(), changed: [moved] })), intents: [moved] };
  });
  return stands ? moved : null;
}

/** True when the store still holds the intent as it was read. Within a write plan. */
export async function isAsRead(store: Store, { id, state }: Intent): Promise<boolean> {
  const [current] = await store.intents({ ids: [id] });
  return current?.state === state;
}

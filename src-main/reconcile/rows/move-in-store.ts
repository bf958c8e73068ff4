import type { Store } from '@main/store/store';
import type { Intent } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { ReconcileContext } from '../service/reconcile-context';
import { projectRows } from './project-rows';

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
  let moved: Intent | null = null;
  await store.write(async () => {
    const current = await asRead(store, intent);
    if (current === null) return {};
    moved = { ...current, ...change };
    const { entity, recordId: id } = intent;
    const observations = seen === undefined ? [] : [{ entity, id, remote: seen }];
    return { ...(await projectRows(store, [moved], { observations, at: now() })), intents: [moved] };
  });
  return moved;
}

/**
 * The intent as the store holds it now, null when what it asks for or where it stands is no longer what was read. Its
 * change set or the names it shows may have changed: they are kept. Within a write plan.
 */
export async function asRead(store: Store, { id, state, action }: Intent): Promise<Intent | null> {
  const [current] = await store.intents({ ids: [id] });
  return current?.state === state && jsonEqual(current.action, action) ? current : null;
}

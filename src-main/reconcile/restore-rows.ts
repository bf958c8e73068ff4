import { recoveredKey } from '@main/store/recover-store';
import { openStates } from '@shared/domain/intent';
import type { ReconcileContext } from './reconcile-context';
import { reproject } from './reproject';

/** After intents came back from the journal, their rows are shown again; rows of the service follow with the next sweep. */
export async function restoreRows({ store }: ReconcileContext): Promise<void> {
  await store.write(async () => {
    if ((await store.meta(recoveredKey)) === null) return {};
    const open = await store.intents({ states: openStates });
    return { ...(await reproject(store, open)), meta: { [recoveredKey]: null } };
  });
}

import { intentBatch } from './intent-batch';
import type { ReconcileContext } from './reconcile-context';

/** Intents that were being sent when the last process died: it is unknown now whether they reached the service. */
export async function recoverSending({ store }: ReconcileContext): Promise<void> {
  await store.write(async () => {
    const sending = await store.intents({ states: ['sending'] });
    if (sending.length === 0) return {};
    return intentBatch(
      store,
      sending.map((intent) => ({ ...intent, state: 'unknown' as const })),
    );
  });
}

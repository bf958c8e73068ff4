import { createAccess } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { type ReconcileRig, startReconcile } from '../reconcile/reconcile-rig';
import { wholeCopy } from '../support/every-list';

/** A copy of a small world, its history complete, and who may do what in it. */
export async function startAccess() {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  return { rig, access: createAccess(rig.store, audit, wholeCopy) };
}

/** Seqs of the entries of history that were applied from here. */
export const ownEntries = async ({ store }: ReconcileRig): Promise<number[]> =>
  (await store.history({ source: 'local', limit: 1_000 })).map(({ seq }) => seq);

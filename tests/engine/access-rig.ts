import { createAccess } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { startReconcile } from '../reconcile/reconcile-rig';
import { everyList } from '../support/every-list';

/** A copy of a small world, its history complete, and who may do what in it. */
export async function startAccess() {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  return { rig, access: createAccess(rig.store, audit, everyList) };
}

import type { Intent, IntentOutcome } from '@shared/domain/intent';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { closeApplied } from './close-applied';
import { lookUp } from './look-up';
import { moveInStore } from './move-in-store';
import type { ReconcileContext } from './reconcile-context';
import type { StepEnd } from './step-end';

/** Keeps the intent as refused, with the reason. `seen`: the record, where the refusal came with it (null: it is gone). */
export async function refuse(
  context: ReconcileContext,
  intent: Intent,
  outcome: IntentOutcome,
  seen?: RemoteRecord | null,
): Promise<StepEnd> {
  await moveInStore(context, intent, { state: 'refused', outcome }, seen);
  return { kind: 'refused' };
}

/**
 * What is refused may be refused because it took effect already: it was sent before, or the network delivered it twice and
 * this is the second answer. One read tells.
 */
export async function refuseUnlessDone(
  context: ReconcileContext,
  intent: Intent,
  outcome: IntentOutcome,
): Promise<StepEnd> {
  const row = await context.store.get(intent.entity, intent.recordId);
  const found = await lookUp(context, intent, row, intent.attempts > 1 ? 'patient' : 'once');
  if (found.kind !== 'done') return refuse(context, intent, outcome);
  await closeApplied(context, intent, found.record, { ...outcome, code: 'found', message: '' });
  return { kind: 'applied' };
}

import type { Intent, IntentOutcome } from '@shared/domain/intent';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { closeApplied } from './close-applied';
import { lookUp } from './look-up';
import { moveInStore } from './move-in-store';
import type { ReconcileContext } from './reconcile-context';
import { type StepEnd, unreadable } from './step-end';

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
  if (found.kind === 'unreachable') {
    // The time of sending stays: a look-up counts from it.
    const at = intent.outcome?.at ?? outcome.at;
    await moveInStore(context, intent, { state: 'unknown', outcome: { ...outcome, at } });
    return unreadable(found.failure, 'unknown');
  }
  if (found.kind === 'not-done') return refuse(context, intent, outcome);
  await closeApplied(context, intent, found.record, { ...outcome, code: 'found', message: '' });
  return { kind: 'applied' };
}

import { actOf } from '@shared/domain/acts';
import type { Intent, IntentOutcome } from '@shared/domain/intent';
import { madeAnew } from '@shared/domain/reconcile/draft-step';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { lookUpWaitsMs } from '@shared/domain/retry-policy';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { refuseForHeir } from '../plan/ask-heirs';
import { askAnew } from '../plan/read-anew';
import { alreadySo, closeApplied, foundDone } from '../rows/close-applied';
import { moveInStore } from '../rows/move-in-store';
import { type Finding, lookUp } from '../service/look-up';
import type { ReconcileContext } from '../service/reconcile-context';
import { type SharingContext, sharingWalks } from '../service/shared-walks';
import { type StepEnd, unreadable } from '../service/step-end';

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

/** What keeps a record that is not there from being gone as asked: it stands there under another id, another took its place than was asked, or nobody could look whether it does. */
export async function doubtOf(
  context: SharingContext,
  intent: Intent,
  row: StoredRecord,
): Promise<StepEnd | null> {
  const { found, unread, stop } = await askAnew(context, [{ entity: intent.entity, row }]);
  if (stop !== null) return unreadable(stop, 'left');
  const anew = found.get(row.id);
  if (anew !== undefined) {
    const { reason: message } = madeAnew(intent, anew);
    const outcome = { code: 'made-anew', message, status: 200, requestId: '', at: context.now() };
    return refuse(context, intent, outcome, null);
  }
  const replaced = await refuseForHeir(context, intent, row, 'left');
  if (replaced !== null) return replaced;
  const [failure] = unread.values();
  return failure === undefined ? null : { kind: 'left', failure };
}

/**
 * What is refused may have taken effect all the same: it was sent before, the network delivered it twice and this is the
 * second answer, or the answer shows less than the service took. One read tells. A creation that was refused at its first sending never becomes ours, whatever
 * is found: somebody else made that. What ends a record that the service does not find is somebody else's doing, if a read finds nothing either. `seen`:
 * the record of the answer, where it had one.
 */
export async function refuseUnlessDone(
  given: ReconcileContext,
  intent: Intent,
  outcome: IntentOutcome,
  seen?: RemoteRecord,
): Promise<StepEnd> {
  // What was walked before it was sent tells nothing of it.
  const context = sharingWalks(given);
  const row: StoredRecord | null = await context.store.get(intent.entity, intent.recordId);
  const sentBefore = intent.outcome?.lost !== undefined;
  const found = await lookAgain(context, outcome.code === 'not-taken', () =>
    lookUp(context, intent, row, sentBefore ? 'patient' : 'once'),
  );
  // The time of sending stays: a look-up counts from it.
  const { at = 0, lost } = intent.outcome ?? {};
  const unknown = { state: 'unknown', outcome: { ...outcome, at, ...(lost && { lost }) } } as const;
  if (found.kind === 'unreachable') {
    await moveInStore(context, intent, unknown);
    return unreadable(found.failure, 'unknown');
  }
  const gone = endsRecord(intent) && outcome.status === 404;
  const proven = found.kind === 'done' && (sentBefore || !(gone || intent.action.verb === 'create'));
  if (proven) {
    const isGone = row !== null && found.record === null;
    const replaced = isGone ? await refuseForHeir(context, intent, row, 'unknown') : null;
    if (replaced !== null && replaced.kind !== 'refused') await moveInStore(context, intent, unknown);
    if (replaced !== null) return replaced;
    await closeApplied(context, intent, found.record, { ...outcome, code: foundDone, message: '' });
    return { kind: 'applied' };
  }
  const fulfilled = (found.kind === 'done' || found.kind === 'there') && (gone || isShared(intent));
  if (!fulfilled) return refuse(context, intent, outcome, seen);
  // What was there when it was sent may have been taken out and put back since.
  const doubt = gone && row !== null ? await doubtOf(context, intent, row) : null;
  // Nothing was done to it, and nobody could look: it is asked for again before it is sent.
  if (doubt !== null && doubt.kind !== 'refused')
    await moveInStore(context, intent, { state: 'staged', outcome });
  if (doubt !== null) return doubt;
  await closeApplied(context, intent, found.record, { ...outcome, code: alreadySo, message: '' });
  return { kind: 'already-so' };
}

/** An answer of success that shows another value may just show less, and so may a read of it: that is looked at more than once. */
async function lookAgain(
  { sleep }: Pick<ReconcileContext, 'sleep'>,
  answeredWell: boolean,
  look: () => Promise<Finding>,
): Promise<Finding> {
  let found = await look();
  for (const wait of answeredWell ? lookUpWaitsMs.slice(1) : []) {
    if (found.kind !== 'not-done') break;
    await sleep(wait);
    found = await look();
  }
  return found;
}

const endsRecord = ({ entity, action }: Intent): boolean =>
  action.verb === 'delete' || (action.verb === 'perform' && actOf(entity, action.operation)?.ends === true);

/** A member or an invitation in the role that was asked for is what was wanted, whoever made it; an organization is not. */
const isShared = ({ entity }: Intent): boolean => rulesOf(entity).shared === true;

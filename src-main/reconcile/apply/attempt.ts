import { assertNever } from '@shared/assert-never';
import { changedFields } from '@shared/domain/changed-fields';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import { classify } from '@shared/domain/reconcile/classify';
import { settle } from '@shared/domain/reconcile/settle';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { alreadySo, closeApplied } from '../rows/close-applied';
import { moveInStore } from '../rows/move-in-store';
import { freshRead } from '../service/fresh-read';
import type { ReconcileContext } from '../service/reconcile-context';
import { remoteAsFailure } from '../service/remote-as-failure';
import { remoteCall } from '../service/remote-call';
import type { SharingContext } from '../service/shared-walks';
import { type StepEnd, unreadable } from '../service/step-end';
import { inFull } from './in-full';
import { doubtOf, refuse, refuseUnlessDone } from './refuse';

/** One attempt to carry an intent out, from the fresh read to the settled answer. `again`: the step is not at its end. */
export async function attempt(context: SharingContext, intent: Intent): Promise<StepEnd | 'again'> {
  const { store, port, now } = context;
  const row: StoredRecord | null = await store.get(intent.entity, intent.recordId);
  if (row === null) {
    const message = t('There is no {label} any more.', { label: intent.label });
    return refuse(context, intent, { code: 'gone', message, status: 0, requestId: '', at: now() });
  }
  const read = intent.action.verb === 'create' ? null : await freshRead(context, intent.entity, row);
  if (read?.ok === false) return unreadable(read.failure, 'left');
  const doubt = read?.ok && read.value === null ? await doubtOf(context, intent, row) : null;
  if (doubt !== null) return doubt;
  const early = read === null ? null : await settleEarly(context, intent, read.value, read.requestId);
  if (early !== null) return early;
  // By the service's clock, for a look-up compares it with the service's times.
  const time = await port.serviceTime();
  if (!time.ok) return unreadable(time.failure, 'left');
  const change = {
    state: 'sending',
    attempts: intent.attempts + 1,
    nextAttemptAt: 0,
    outcome: {
      code: 'sending',
      message: '',
      status: 0,
      requestId: '',
      at: time.value,
      ...sentBefore(intent),
    },
  } as const;
  const sending = await moveInStore(context, intent, change, read?.value);
  return sending === null ? 'again' : send(context, sending, intent, read?.value ?? null);
}

/** When it was sent before, as far as answers were lost: a look-up goes by these times. */
const sentBefore = ({ outcome }: Intent): { lost?: number[] } =>
  outcome?.lost === undefined ? {} : { lost: outcome.lost };

/** Ends the step before anything is sent, where the fresh read says so. */
async function settleEarly(
  context: ReconcileContext,
  intent: Intent,
  server: RemoteRecord | null,
  requestId: string,
): Promise<StepEnd | null> {
  const { verdict, theirs, reason } = classify(intent, server);
  const at = context.now();
  const outcome = { code: verdict, message: reason, status: 200, requestId, at };
  switch (verdict) {
    case 'clean':
    case 'merged':
      return null;
    case 'no-op':
      await closeApplied(context, intent, server, { ...outcome, code: alreadySo });
      return { kind: 'already-so' };
    case 'conflict': {
      const seen = { value: theirs, seenAt: at };
      await moveInStore(context, intent, { state: 'conflict', theirs: seen, outcome }, server);
      return { kind: 'conflict' };
    }
    case 'refused':
      return refuse(context, intent, outcome, server);
    default:
      return assertNever(verdict);
  }
}

async function send(
  context: ReconcileContext,
  sending: Intent,
  staged: Intent,
  before: RemoteRecord | null,
): Promise<StepEnd | 'again'> {
  const { store, port, now } = context;
  const row: StoredRecord | null = await store.get(sending.entity, sending.recordId);
  if (row === null) throw new Error('a row stays while an intent on it is open');
  const askedAt = now();
  const answer = await asNew(context, sending, await port.send(remoteCall(sending, row)), askedAt);
  const settled = settle(sending, before, answer, now());
  switch (settled.kind) {
    case 'applied': {
      const silent = answer.ok && answer.value === null;
      const { record, outcome } = await inFull(context, { sending, row, before, silent }, settled);
      await closeApplied(context, sending, record, outcome, answer.ok ? answer.secret : undefined);
      if (outcome.code === alreadySo) return { kind: 'already-so' };
      return { kind: 'applied', ...(answer.ok && answer.secret !== undefined && { secret: answer.secret }) };
    }
    case 'refused':
      return refuseUnlessDone(context, sending, settled.outcome, settled.record ?? undefined);
    case 'retry':
      await moveInStore(context, sending, {
        state: 'staged',
        outcome: { ...settled.outcome, ...sentBefore(sending) },
        nextAttemptAt: settled.at,
      });
      return 'again';
    case 'unknown': {
      // The time of sending stays: a look-up counts from it.
      const outcome = { ...settled.outcome, at: sending.outcome?.at ?? 0, ...sentBefore(sending) };
      await moveInStore(context, sending, { state: 'unknown', outcome });
      return 'again';
    }
    case 'stop':
      await moveInStore(context, sending, { state: 'staged', outcome: staged.outcome });
      return { kind: 'stop', failure: remoteAsFailure(settled.failure) };
    default:
      return assertNever(settled);
  }
}

type Sent = Awaited<ReturnType<ReconcileContext['port']['send']>>;

/**
 * A creation makes no record that was known before it was sent, and is another one now: such an answer tells of somebody else's record,
 * and what became of ours has to be looked up.
 */
async function asNew(
  { store }: ReconcileContext,
  { entity, action }: Intent,
  answer: Sent,
  askedAt: number,
): Promise<Sent> {
  if (action.verb !== 'create' || !answer.ok || answer.value === null) return answer;
  const known: StoredRecord | null = await store.get(entity, answer.value.id);
  const before = known === null ? null : serverRow(entity, known);
  if (known === null || before === null || known.sync.fetchedAt >= askedAt) return answer;
  if (changedFields(entity, before, answer.value).length === 0) return answer;
  const message = t('The service answered with a record that was there before.');
  const failure = { kind: 'malformed', status: 200, code: 'not-new', message } as const;
  return {
    ok: false,
    failure: { ...failure, requestId: answer.requestId, retryAfterMs: 0, mayHaveTakenEffect: true },
  };
}

import { assertNever } from '../../assert-never';
import { t } from '../../language/t';
import { actOf, isDone } from '../acts';
import { configField } from '../config-field';
import type { Intent, IntentOutcome } from '../intent';
import type { RemoteRecord } from '../records/record-map';
import type { RemoteFailure, RemoteResult } from '../remote-failure';
import { sendWait } from '../retry-policy';
import { droppedFields } from './dropped-fields';

/** What a send has come to. */
export type Settlement =
  /** The service did it; `record` is what it holds now: null after a deletion, but a revoked invitation lives on. */
  | { readonly kind: 'applied'; readonly record: RemoteRecord | null; readonly outcome: IntentOutcome }
  /** The service said no, or did something else; `record` is what it holds now, where the answer said. */
  | { readonly kind: 'refused'; readonly record: RemoteRecord | null; readonly outcome: IntentOutcome }
  /** Nothing happened; to be sent again, not before `at` (ms). */
  | { readonly kind: 'retry'; readonly at: number; readonly outcome: IntentOutcome }
  /** It may have happened: to be looked up before anything is sent again. */
  | { readonly kind: 'unknown'; readonly outcome: IntentOutcome }
  /** Nothing happened, and nothing else will either: the network or the key is gone. */
  | { readonly kind: 'stop'; readonly failure: RemoteFailure };

/**
 * Turns the answer to a send into what becomes of the intent. Pure.
 *
 * @param before the record as the fresh read found it, null for a creation.
 */
export function settle(
  intent: Pick<Intent, 'entity' | 'action' | 'attempts'>,
  before: RemoteRecord | null,
  result: RemoteResult<RemoteRecord | null>,
  now: number,
): Settlement {
  const { entity, action } = intent;
  if (!result.ok) return settleFailure(intent, result.failure, now);
  const outcome = { code: 'applied', message: '', status: 200, requestId: result.requestId, at: now };
  const record = result.value;
  if (action.verb === 'delete') return { kind: 'applied', record, outcome };
  if (record === null && action.verb === 'perform' && actOf(entity, action.operation)?.ends)
    return { kind: 'applied', record, outcome };
  // No answer tells of it, and no field would: what the service says is all there is.
  if (
    record === null &&
    before !== null &&
    action.verb === 'perform' &&
    isDone(entity, before, action) === null
  )
    return { kind: 'applied', record: before, outcome };
  if (record === null) return { kind: 'unknown', outcome: { ...outcome, code: 'no-record' } };
  const dropped = droppedFields(intent, before, record);
  if (dropped.length === 0) return { kind: 'applied', record, outcome };
  if (action.verb === 'create') {
    const message = t('Created, but the service did not take: {dropped}.', { dropped: dropped.join(', ') });
    return { kind: 'applied', record, outcome: { ...outcome, code: 'partly-taken', message } };
  }
  const message = t('The service answered that all is well, but it kept another value.');
  return { kind: 'refused', record, outcome: { ...outcome, code: 'not-taken', message } };
}

function settleFailure(
  { action, attempts }: Pick<Intent, 'action' | 'attempts'>,
  failure: RemoteFailure,
  now: number,
): Settlement {
  const { code, message, status, requestId } = failure;
  const outcome = { code: code === '' ? failure.kind : code, message, status, requestId, at: now };
  if (failure.mayHaveTakenEffect) return { kind: 'unknown', outcome };
  switch (failure.kind) {
    case 'rate-limited':
      return { kind: 'retry', at: now + Math.max(failure.retryAfterMs, 250), outcome };
    case 'server':
    case 'timeout':
    case 'malformed':
      return { kind: 'retry', at: now + Math.max(failure.retryAfterMs, sendWait(attempts)), outcome };
    case 'offline':
    case 'unauthorized':
      return { kind: 'stop', failure };
    case 'conflict':
      // Somebody wrote the config since it was read: the next fresh read tells whether that collides.
      return action.verb === 'update' && configField(action.field) !== undefined
        ? { kind: 'retry', at: now + sendWait(attempts), outcome }
        : { kind: 'refused', record: null, outcome };
    case 'not-found':
    case 'forbidden':
    case 'invalid':
      return { kind: 'refused', record: null, outcome };
    default:
      return assertNever(failure.kind);
  }
}

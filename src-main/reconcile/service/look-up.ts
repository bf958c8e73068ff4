import { actOf, isDone, type Performed } from '@shared/domain/acts';
import { configField, isUnknownValue } from '@shared/domain/config-field';
import { readField } from '@shared/domain/field-path';
import type { Intent, IntentOutcome } from '@shared/domain/intent';
import { droppedFields } from '@shared/domain/reconcile/dropped-fields';
import { matchFound } from '@shared/domain/reconcile/match-found';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { lookUpWaitsMs } from '@shared/domain/retry-policy';
import { readNow } from './fresh-read';
import type { ReconcileContext } from './reconcile-context';

/** What a look-up says of an intent that may have reached the service. */
export type Finding =
  /** It took effect. `record`: what the service holds now, null after a deletion. */
  | { readonly kind: 'done'; readonly record: RemoteRecord | null; readonly requestId: string }
  /** What it asks for is there, by somebody else's doing. */
  | { readonly kind: 'there'; readonly record: RemoteRecord; readonly requestId: string }
  /** A record that may be what it created, or another's: only the admin can tell. */
  | { readonly kind: 'doubt'; readonly record: RemoteRecord; readonly requestId: string }
  /** It did not, as far as the service shows: it can be sent again. */
  | { readonly kind: 'not-done' }
  | { readonly kind: 'unreachable'; readonly failure: RemoteFailure };

/**
 * Looks an intent up whose answer was lost, before anything is sent again. An edit or a deletion is safe to repeat, so one
 * read decides; a creation is looked for by its marks, an act by what it shows, and, when `patient`, more than once.
 */
export async function lookUp(
  context: ReconcileContext,
  intent: Intent,
  row: StoredRecord | null,
  patience: 'patient' | 'once' = 'patient',
): Promise<Finding> {
  const { entity, action } = intent;
  if (action.verb === 'create') return findCreation(context, intent, action.values, patience);
  if (row === null) return { kind: 'not-done' };
  if (action.verb === 'perform') return findAct(context, entity, action, { row, patience });
  const read = await readNow(context, entity, row);
  if (!read.ok) return { kind: 'unreachable', failure: read.failure };
  const { value: record, requestId } = read;
  if (action.verb === 'delete') {
    const ended = record === null || ('status' in record && record.status === 'revoked');
    return ended ? { kind: 'done', record, requestId } : { kind: 'not-done' };
  }
  // What reads back as a mask, or as nothing, proves nothing; the same value sent again comes to the same.
  const hidden =
    configField(action.field) !== undefined && isUnknownValue(readField(record ?? {}, action.field));
  if (
    record === null ||
    hidden ||
    droppedFields(intent, beforeOf(record, action.base, action.field), record).length > 0
  )
    return { kind: 'not-done' };
  return { kind: 'done', record, requestId };
}

/**
 * An act is told by its record. Reads may lag behind it, and not every act may be sent twice, so that it is looked at more than once. An act that
 * no field tells of is safe to repeat: nothing says that it was done.
 */
async function findAct(
  context: ReconcileContext,
  entity: Intent['entity'],
  action: Performed,
  { row, patience }: { readonly row: StoredRecord; readonly patience: 'patient' | 'once' },
): Promise<Finding> {
  for (const wait of patience === 'once' ? lookUpWaitsMs.slice(0, 1) : lookUpWaitsMs) {
    if (wait > 0) await context.sleep(wait);
    const read = await readNow(context, entity, row);
    if (!read.ok) return { kind: 'unreachable', failure: read.failure };
    const { value: record, requestId } = read;
    if (record === null && actOf(entity, action.operation)?.ends) return { kind: 'done', record, requestId };
    const done = record !== null && isDone(entity, record, action);
    if (done === true) return { kind: 'done', record, requestId };
    if (record === null || done === null) break;
  }
  return { kind: 'not-done' };
}

/** The record as it was before, as far as the check of one field needs it: a logo must differ from its base. */
function beforeOf(record: RemoteRecord, base: unknown, field: string): RemoteRecord {
  return field === 'logo' ? ({ ...record, logo: base } as RemoteRecord) : record;
}

/** When a change was sent, by the service's clock: of all attempts whose answers were lost. */
export const sendings = ({ at, lost = [] }: IntentOutcome): number[] => [...lost, at];

async function findCreation(
  { port, sleep }: ReconcileContext,
  intent: Intent,
  values: Parameters<ReconcileContext['port']['findCreated']>[1],
  patience: 'patient' | 'once',
): Promise<Finding> {
  const { entity, outcome } = intent;
  const sent = outcome === null ? [] : sendings(outcome);
  for (const wait of patience === 'once' ? lookUpWaitsMs.slice(0, 1) : lookUpWaitsMs) {
    if (wait > 0) await sleep(wait);
    const found = await port.findCreated(entity, values);
    if (!found.ok) return { kind: 'unreachable', failure: found.failure };
    const match = matchFound(intent, values, sent, found.value);
    // What was not seen may be ours: it is not sent a second time.
    if (match.kind === 'none' && found.rest) return { kind: 'unreachable', failure: found.rest };
    if (match.kind === 'none') continue;
    const { record } = match;
    return { kind: match.kind === 'ours' ? 'done' : match.kind, record, requestId: found.requestId };
  }
  return { kind: 'not-done' };
}

import { actOf } from '@shared/domain/acts';
import { blankRecord } from '@shared/domain/blank-record';
import { changedFields } from '@shared/domain/changed-fields';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import { isJsonArray, type JsonValue, jsonEqual } from '@shared/domain/json';
import { project } from '@shared/domain/project';
import { type Settlement, settle } from '@shared/domain/reconcile/settle';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { isOurs } from '../rows/project-rows';
import { readNow } from '../service/fresh-read';
import type { ReconcileContext } from '../service/reconcile-context';

type Applied = Extract<Settlement, { kind: 'applied' }>;

interface Answered {
  readonly sending: Intent;
  readonly row: StoredRecord;
  /** As the fresh read found it, null for a creation. */
  readonly before: RemoteRecord | null;
  /** The answer was not the record. */
  readonly silent: boolean;
}

/** What was applied, with the record in full: an answer may tell nothing of it, or less than the service holds; then its own address is asked. */
export async function inFull(
  context: ReconcileContext,
  { sending, row, before, silent }: Answered,
  settled: Applied,
): Promise<Applied> {
  const { record, outcome } = settled;
  const isLess = outcome.code === 'partly-taken' || (record !== null && losesOthers(sending, before, record));
  if (record === null || !((silent && showsMore(sending)) || isLess)) return settled;
  const { entity, action } = sending;
  const known =
    action.verb === 'create' ? project(entity, record, [], { hash: '', sweep: 0, fetchedAt: 0 }) : row;
  const read = known && (await readNow(context, entity, known));
  if (!read?.ok || read.value === null) return settled;
  const again = settle(sending, before, { ...read, requestId: outcome.requestId }, context.now());
  return again.kind === 'applied' ? again : settled;
}

/** Whether an act sets fields along with it: a person who is signed out is as before, and nothing of them is read again. */
const showsMore = ({ entity, action }: Intent): boolean =>
  action.verb === 'perform' && (actOf(entity, action.operation)?.also ?? []).length > 0;

/** Whether an answer has nothing, or a part only, in fields that held something just before, and that were not sent. */
function losesOthers({ entity, action }: Intent, before: RemoteRecord | null, record: RemoteRecord): boolean {
  if (before === null) return false;
  const blank = blankRecord(entity, record.id, 0);
  return changedFields(entity, before, record).some(
    ({ field, before: held, after }) =>
      !isOurs(entity, field, action) && (jsonEqual(after, readField(blank, field)) || isPart(after, held)),
  );
}

/** Whether a value is another one less some of its items or parts, at any depth. */
function isPart(less: JsonValue, whole: JsonValue): boolean {
  const isWithin = (inner: JsonValue, outer: JsonValue | undefined): boolean =>
    outer !== undefined && (jsonEqual(inner, outer) || isPart(inner, outer));
  if (less === null || whole === null || typeof less !== 'object' || typeof whole !== 'object') return false;
  if (isJsonArray(less))
    return isJsonArray(whole) && less.every((item) => whole.some((one) => isWithin(item, one)));
  return !isJsonArray(whole) && Object.entries(less).every(([key, value]) => isWithin(value, whole[key]));
}

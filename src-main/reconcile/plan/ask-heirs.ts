import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';
import { actOf } from '@shared/domain/acts';
import { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import type { Act } from '@shared/domain/kinds/act';
import { serverRow } from '@shared/domain/project';
import { replacedOtherwise } from '@shared/domain/reconcile/draft-step';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { labelOf } from '@shared/domain/rules/label-of';
import type { Heir, PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { moveInStore } from '../rows/move-in-store';
import { freshRead } from '../service/fresh-read';
import { remoteAsFailure } from '../service/remote-as-failure';
import type { SharingContext } from '../service/shared-walks';
import { endsAll, type StepEnd, unreadable } from '../service/step-end';
import { takeInFound } from './refresh-targets';

/** A record that is gone, with the act that was to end it and to put another in its place. */
export interface Ended {
  readonly intent: Intent;
  readonly row: StoredRecord;
  readonly heir: NonNullable<Act['heir']>;
}

/** What the records of acts that are gone were to be replaced by. */
export function endedBy(
  intents: readonly Intent[],
  rowOf: (intent: Intent) => StoredRecord | undefined,
): readonly Ended[] {
  return intents.flatMap((intent): Ended[] => {
    const { entity, action } = intent;
    const heir = action.verb === 'perform' ? actOf(entity, action.operation)?.heir : undefined;
    const row = heir && rowOf(intent);
    return heir && row ? [{ intent, row, heir }] : [];
  });
}

export const goneRow =
  ({ rows }: Pick<PlanFacts, 'rows'>) =>
  ({ entity, recordId }: Intent): StoredRecord | undefined => {
    const row = rows.get(recordKey(entity, recordId));
    return row?.state === 'gone' ? row : undefined;
  };

/** Of those that named a record which is gone, so many are asked what they name by now. */
const asked = 5;

/** Asks some of those that named what is gone, as far as the copy knows, and takes in what they name by now: a colleague may have replaced it by another one. */
export async function askHeirs(
  context: SharingContext,
  ended: readonly Ended[],
): Promise<{ readonly unread: ReadonlyMap<string, Failure>; readonly stop: RemoteFailure | null }> {
  const unread = new Map<string, Failure>();
  for (const { intent, row, heir } of ended) {
    const of = EntityName.parse(heir.of);
    const named = await context.store.list(
      of,
      [{ field: heir.by, op: 'eq', value: String(readField(row, heir.at)) }],
      asked,
    );
    for (const one of named) {
      const read = await freshRead(context, of, one);
      if (read.ok && read.value !== null) await takeInFound(context, of, [read.value]);
      if (read.ok) continue;
      if (endsAll(read.failure)) return { unread, stop: read.failure };
      unread.set(recordKey(intent.entity, row.id), remoteAsFailure(read.failure));
    }
  }
  return { unread, stop: null };
}

/** What stands in the place of records that are gone and is not what was to, by the id of then: as history saw those that named them change since it was staged. */
export async function readHeirs(store: Store, ended: readonly Ended[]): Promise<ReadonlyMap<RecordId, Heir>> {
  const heirs = new Map<RecordId, Heir>();
  for (const { intent, row, heir } of ended) {
    const before = String(readField(row, heir.at));
    const mine = intent.action.verb === 'perform' ? String(intent.action.values[heir.given]) : '';
    const named = await namedSince(store, { heir, before, since: intent.stagedAt });
    const theirs = named.find((key) => key !== mine && key !== '');
    if (theirs === undefined) continue;
    const { entity } = intent;
    const known = await listIn(store, entity, { field: heir.at, values: [mine, theirs] });
    const labels = new Map(
      known
        .filter((one) => serverRow(entity, one) !== null)
        .map((one) => [String(readField(one, heir.at)), labelOf(entity, one, '')]),
    );
    heirs.set(row.id, { mine: labels.get(mine) ?? mine, theirs: labels.get(theirs) ?? theirs });
  }
  return heirs;
}

/**
 * The end of an act whose record is gone, where another took its place than was asked: it is refused. Null where nothing says so. `unseen`: how it
 * ends where nobody could look.
 */
export async function refuseForHeir(
  context: SharingContext,
  intent: Intent,
  row: StoredRecord,
  unseen: 'left' | 'unknown',
): Promise<StepEnd | null> {
  const ended = endedBy([intent], () => row);
  const { unread, stop } = await askHeirs(context, ended);
  if (stop !== null) return unreadable(stop, unseen);
  const heir = (await readHeirs(context.store, ended)).get(row.id);
  if (heir !== undefined) {
    const { reason: message } = replacedOtherwise(intent, heir);
    const outcome = { code: 'replaced-otherwise', message, status: 200, requestId: '', at: context.now() };
    await moveInStore(context, intent, { state: 'refused', outcome }, null);
    return { kind: 'refused' };
  }
  const [failure] = unread.values();
  return failure === undefined ? null : { kind: unseen, failure };
}

const page = 500;

/** What those that named a record name since by another's doing, newest first: what went from here says nothing of what became of the record. */
async function namedSince(
  store: Store,
  { heir, before, since }: { readonly heir: Ended['heir']; readonly before: string; readonly since: number },
): Promise<readonly string[]> {
  const entity = EntityName.parse(heir.of);
  const named: string[] = [];
  for (let beforeSeq: number | undefined; ; ) {
    const entries = await store.history({
      entity,
      source: 'remote',
      limit: page,
      ...(beforeSeq && { beforeSeq }),
    });
    for (const { at, fields } of entries)
      if (at >= since)
        for (const change of fields)
          if (change.field === heir.by && change.before === before) named.push(String(change.after ?? ''));
    const last = entries.at(-1);
    if (last === undefined || entries.length < page || last.at < since) return named;
    beforeSeq = last.seq;
  }
}

import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { canonicalJson, type JsonObject } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import { isMadeAnew, marksOf } from '@shared/domain/rules/made-anew';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { gather, gathered } from '@shared/gather';
import { inParallel } from '@shared/in-parallel';
import { remoteAsFailure } from '../service/remote-as-failure';
import type { SeenList, SharingContext } from '../service/shared-walks';
import { endsAll } from '../service/step-end';
import { type Gone, type Refreshed, takeInFound, width } from './refresh-targets';

function goneTargets(intents: readonly Intent[], rows: PlanFacts['rows']): readonly Gone[] {
  if (![...rows.values()].some(({ state }) => state === 'gone')) return [];
  const gone = new Map<RecordId, Gone>();
  for (const { entity, action, recordId } of intents) {
    const row = action.verb === 'create' ? undefined : rows.get(recordKey(entity, recordId));
    if (row?.state === 'gone') gone.set(recordId, { entity, row });
  }
  return [...gone.values()];
}

interface AskedAnew extends Pick<Refreshed, 'unread' | 'stop'> {
  /** The records of now, by the id of then. */
  readonly found: ReadonlyMap<RecordId, RemoteRecord>;
}

/**
 * Asks whether what is gone was made anew (people members again, entries of lists), and takes in what is found. Of what could not be
 * asked nobody knows whether it is gone as asked.
 */
export async function askAnew(context: SharingContext, gone: readonly Gone[]): Promise<AskedAnew> {
  const unread = new Map<string, Failure>();
  let stop: RemoteFailure | null = null;
  const anew = new Map<EntityName, RemoteRecord[]>();
  const now = new Map<RecordId, RemoteRecord>();
  await inParallel(gone, width, async ({ entity, row }) => {
    const marks = marksOf(entity, row);
    if (marks === null || stop !== null) return;
    const asked = await madeAnew(context, entity, row, marks);
    if (asked.ok) {
      if (asked.value[0] === undefined) return;
      now.set(row.id, asked.value[0]);
      anew.set(entity, [...(anew.get(entity) ?? []), ...asked.value]);
    } else if (endsAll(asked.failure)) stop = asked.failure;
    else unread.set(recordKey(entity, row.id), remoteAsFailure(asked.failure));
  });
  for (const [entity, found] of anew) await takeInFound(context, entity, found);
  return { unread, stop, found: now };
}

/** Those that were made anew in place of one that is gone. */
async function madeAnew(
  context: SharingContext,
  entity: EntityName,
  row: StoredRecord,
  marks: JsonObject,
): Promise<RemoteResult<readonly RemoteRecord[]>> {
  const walk = context.walks.of(entity, 'like');
  if (walk === null) {
    const asked = await askSteadily('read', () => context.port.findCreated(entity, marks), context);
    return asked.ok
      ? { ...asked, value: asked.value.filter((record) => isMadeAnew(entity, row, record)) }
      : asked;
  }
  const { records, end } = await walk;
  const like = byMarks(entity, records).get(keyOf(entity, row)) ?? [];
  const found = like.filter((record) => isMadeAnew(entity, row, record));
  return found.length === 0 && !end.ok ? end : { ok: true, value: found, requestId: '' };
}

/** Records of a walked list by what tells them apart: sorted once for all that is asked about it. */
function byMarks(entity: EntityName, records: SeenList['records']): ReadonlyMap<string, RemoteRecord[]> {
  const known = sorted.get(records);
  if (known !== undefined) return known;
  const made = gathered(records.values(), (record) => keyOf(entity, record));
  sorted.set(records, made);
  return made;
}

const sorted = new WeakMap<SeenList['records'], ReadonlyMap<string, RemoteRecord[]>>();

/**
 * The records of now that stand in place of those that are gone, by the id of then, as far as the copy knows.
 *
 * @param rows the rows that the intents are of, by `recordKey`
 */
export async function readAnew(
  store: Store,
  intents: readonly Intent[],
  rows: PlanFacts['rows'],
): Promise<ReadonlyMap<RecordId, RemoteRecord>> {
  const anew = new Map<RecordId, RemoteRecord>();
  const lost = new Map<EntityName, StoredRecord[]>();
  for (const { entity, row } of goneTargets(intents, rows)) gather(lost, entity, row);
  for (const [entity, gone] of lost) {
    const field = gone[0] && Object.keys(marksOf(entity, gone[0]) ?? {}).at(-1);
    if (field === undefined) continue;
    const values = gone.map((row) => String(readField(row, field) ?? ''));
    const now = new Map<string, RemoteRecord[]>();
    for (const row of await listIn(store, entity, { field, values })) {
      const server: RemoteRecord | null = serverRow(entity, row);
      if (server === null) continue;
      gather(now, keyOf(entity, server), server);
    }
    for (const row of gone) {
      const found = now.get(keyOf(entity, row))?.find((record) => isMadeAnew(entity, row, record));
      if (found !== undefined) anew.set(row.id, found);
    }
  }
  return anew;
}

const keyOf = (entity: EntityName, record: RemoteRecord | StoredRecord): string =>
  canonicalJson(marksOf(entity, record));

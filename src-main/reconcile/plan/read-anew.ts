import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { isMadeAnew, marksOf } from '@shared/domain/rules/made-anew';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import type { ReconcileContext } from '../service/reconcile-context';
import { type Gone, takeInFound } from './refresh-targets';

function goneTargets(intents: readonly Intent[], rows: PlanFacts['rows']): readonly Gone[] {
  if (![...rows.values()].some(({ state }) => state === 'gone')) return [];
  const gone = new Map<RecordId, Gone>();
  for (const { entity, action, recordId } of intents) {
    const row = action.verb === 'create' ? undefined : rows.get(recordKey(entity, recordId));
    if (row?.state === 'gone') gone.set(recordId, { entity, row });
  }
  return [...gone.values()];
}

/** Asks whether what is gone was made anew (people members again, entries of lists), and takes in what is found. */
export async function askAnew(context: ReconcileContext, gone: readonly Gone[]): Promise<void> {
  for (const { entity, row } of gone) {
    const marks = marksOf(entity, row);
    const asked = marks && (await context.port.findCreated(entity, marks));
    if (!asked?.ok) continue;
    const found = asked.value.filter((record) => isMadeAnew(entity, row, record));
    await takeInFound(context, entity, found);
  }
}

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
  for (const { entity, row } of goneTargets(intents, rows)) {
    const [[field, value] = []] = Object.entries(marksOf(entity, row) ?? {}).slice(-1);
    if (field === undefined) continue;
    const alike: readonly StoredRecord[] = await listIn(store, entity, { field, values: [String(value)] });
    for (const each of alike) {
      const server: RemoteRecord | null = serverRow(entity, each);
      if (server !== null && isMadeAnew(entity, row, server)) anew.set(row.id, server);
    }
  }
  return anew;
}

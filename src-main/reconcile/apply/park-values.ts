import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { parkingValue } from '@shared/domain/rules/single-values';
import { projectRows } from '../rows/project-rows';
import { freshRead } from '../service/fresh-read';
import type { ReconcileContext } from '../service/reconcile-context';

/**
 * Moves one record of each ring that exchanges values to a value of its own, so that the others can take theirs. Nothing is
 * journaled: that value is the intent's own, so that the next plan knows it (`classify`), whenever this one ends.
 */
export async function parkValues(context: ReconcileContext, intents: readonly Intent[]): Promise<void> {
  for (const intent of intents) await park(context, intent);
}

async function park(context: ReconcileContext, intent: Intent): Promise<void> {
  const { store, port, now } = context;
  const { entity, action, recordId: id } = intent;
  const row: StoredRecord | null = await store.get(entity, id);
  if (row === null || action.verb !== 'update') return;
  const { field, base } = action;
  const read = await freshRead(context, entity, row);
  // Whatever else is found, the step itself will meet and tell.
  if (!read.ok || read.value === null || readField(read.value, field) !== base) return;
  const sent = await port.send({ verb: 'update', entity, record: row, field, value: parkingValue(intent) });
  if (!sent.ok || sent.value === null) return;
  const own = { intentId: intent.id, requestId: sent.requestId, action };
  const observations = [{ entity, id, remote: sent.value }];
  await store.write(() => projectRows(store, [], { observations, at: now(), own }));
}

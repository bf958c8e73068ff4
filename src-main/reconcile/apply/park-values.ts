import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { parkingValue } from '@shared/domain/rules/single-values';
import { projectRows } from '../rows/project-rows';
import { readNow } from '../service/fresh-read';
import type { ReconcileContext } from '../service/reconcile-context';
import { noteBetween } from './left-between';

/**
 * Moves one record of each ring that exchanges values to a value of its own, so that the others can take theirs. That value is
 * the intent's own, so that the next plan knows it (`classify`), whenever this one ends; until then it is told (`leftBetween`).
 */
export async function parkValues(context: ReconcileContext, intents: readonly Intent[]): Promise<void> {
  await noteBetween(context.store, intents);
  for (const intent of intents) await park(context, intent);
}

/** Gives back what they had to those whose step did not go after all, where nobody has it by now: nobody is left on such a value. */
export async function unparkValues(context: ReconcileContext, intents: readonly Intent[]): Promise<void> {
  const asTheyStand = await context.store.intents({ ids: intents.map(({ id }) => id) });
  for (const intent of asTheyStand.filter(({ state }) => waits.includes(state))) {
    if (intent.action.verb === 'update')
      await move(context, intent, parkingValue(intent), intent.action.base);
  }
}

const waits: readonly Intent['state'][] = ['staged', 'conflict', 'refused', 'withdrawn', 'superseded'];

async function park(context: ReconcileContext, intent: Intent): Promise<void> {
  if (intent.action.verb === 'update') await move(context, intent, intent.action.base, parkingValue(intent));
}

async function move(
  context: ReconcileContext,
  intent: Intent,
  from: JsonValue,
  to: JsonValue,
): Promise<void> {
  const { store, port, now } = context;
  const { entity, action, recordId: id } = intent;
  const row: StoredRecord | null = await store.get(entity, id);
  if (row === null || action.verb !== 'update') return;
  const { field } = action;
  const read = await readNow(context, entity, row);
  // Whatever else is found, the step itself will meet and tell.
  if (!read.ok || read.value === null || readField(read.value, field) !== from) return;
  const sent = await port.send({ verb: 'update', entity, record: row, field, value: to });
  if (!sent.ok || sent.value === null) return;
  const own = { intentId: intent.id, requestId: sent.requestId, action };
  const observations = [{ entity, id, remote: sent.value }];
  await store.write(() => projectRows(store, [], { observations, at: now(), own }));
}

import type { Intent } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { parkingSlug } from '@shared/domain/rules/slug-moves';
import { projectRows } from '../rows/project-rows';
import { freshRead } from '../service/fresh-read';
import type { ReconcileContext } from '../service/reconcile-context';

/**
 * Moves one organization of each ring that exchanges slugs to a third slug, so that the others can take theirs. Nothing is
 * journaled: the third slug is the intent's own, so that the next plan knows it (`classify`), whenever this one ends.
 */
export async function parkSlugs(context: ReconcileContext, intents: readonly Intent[]): Promise<void> {
  for (const intent of intents) await park(context, intent);
}

async function park(context: ReconcileContext, intent: Intent): Promise<void> {
  const { store, port, now } = context;
  const { entity, action, recordId: id } = intent;
  const row: StoredRecord | null = await store.get(entity, id);
  if (row === null || action.verb !== 'update') return;
  const read = await freshRead(context, entity, row);
  // Whatever else is found, the step itself will meet and tell.
  if (!read.ok || read.value === null || !('slug' in read.value) || read.value.slug !== action.base) return;
  const value = parkingSlug(intent);
  const sent = await port.send({ verb: 'update', entity, record: row, field: 'slug', value });
  if (!sent.ok || sent.value === null) return;
  const own = { intentId: intent.id, requestId: sent.requestId, action };
  const observations = [{ entity, id, remote: sent.value }];
  await store.write(() => projectRows(store, [], { observations, at: now(), own }));
}

import type { CategorizeBulkWriteRowsOutput, RxStorageWriteError } from 'rxdb';
import type { ChangeBulk, CollectionTable } from './collection-table';
import type { StoreFile } from './store-file';
import { type Bulk, writeDocuments } from './write-documents';

/** Thrown inside a transaction to take it back because documents conflicted. */
class Refused extends Error {}

/** RxDB plans events for documents whose attachments it refuses, too; those were not written. */
function eventsOf<RxDocType>({ eventBulk, errors }: CategorizeBulkWriteRowsOutput<RxDocType>) {
  if (errors.length === 0) return eventBulk.events;
  const refused = new Set(errors.map(({ documentId }) => documentId));
  return eventBulk.events.filter(({ documentId }) => !refused.has(documentId));
}

function emit<RxDocType>(table: CollectionTable, plan: CategorizeBulkWriteRowsOutput<RxDocType>): void {
  const newest = plan.newestRow?.document;
  const events = eventsOf(plan);
  if (events.length === 0 || newest === undefined) return;
  const id = String(newest[table.layout.primary as keyof typeof newest]);
  table.changes.next({ ...plan.eventBulk, events, checkpoint: { id, lwt: newest._meta.lwt } } as ChangeBulk);
}

/**
 * Writes bulks of one file in one transaction, then emits their events in order.
 *
 * @param onConflict `keep` writes what does not conflict, as RxDB's `bulkWrite` must; `refuse` writes nothing of
 *   any bulk when any document conflicts.
 * @returns the errors of each bulk, in order.
 */
export function commitBulks<RxDocType>(
  file: StoreFile,
  bulks: readonly Bulk<RxDocType>[],
  onConflict: 'keep' | 'refuse',
): readonly RxStorageWriteError<RxDocType>[][] {
  const before = bulks.map(({ table }) => ({ table, nextRow: table.nextRow, odd: [...table.odd] }));
  let plans: CategorizeBulkWriteRowsOutput<RxDocType>[] = [];
  try {
    file.transaction(() => {
      plans = bulks.map(writeDocuments);
      if (onConflict === 'refuse' && plans.some((plan) => plan.errors.length > 0)) throw new Refused();
    });
  } catch (error) {
    for (const { table, nextRow, odd } of before) table.rewind(nextRow, odd);
    if (error instanceof Refused) return plans.map((plan) => plan.errors);
    throw error;
  }
  bulks.forEach(({ table }, index) => {
    const plan = plans[index];
    if (plan !== undefined) emit(table, plan);
  });
  return plans.map((plan) => plan.errors);
}

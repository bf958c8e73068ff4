import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { type Past, rewind } from '@shared/domain/history/rewind';
import type { RecordId } from '@shared/domain/ids';
import { lastSeq } from './seq-at';
import { walkHistory } from './walk-history';

/** How the records of an entity (or one of them) were when the chain ended at `seq`: only those that changed since. */
export async function readPasts(
  store: Store,
  entity: EntityName,
  seq: number,
  recordId?: RecordId,
): Promise<ReadonlyMap<RecordId, Past>> {
  const pasts = new Map<RecordId, Past>();
  const scope = recordId === undefined ? { entity } : { entity, recordId };
  for await (const entry of walkHistory(store, scope, { after: seq, upTo: await lastSeq(store) }))
    pasts.set(entry.recordId, rewind(pasts.get(entry.recordId), entry));
  return pasts;
}

import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { readSteadily } from './read-steadily';
import type { ReconcileContext } from './reconcile-context';

const pageSize = 500;
/** Up to so many targets are read one by one in any case. */
const fewTargets = 200;

export interface Listed<E extends EntityName> {
  readonly found: readonly RemoteRecord<E>[];
  /** Targets that no page held: to be read one by one. */
  readonly missing: readonly StoredRecord<E>[];
}

/**
 * Reads many targets through the pages of their collection, where that takes fewer requests than reading each. The service
 * allows 100 or 1,000 requests per 10 s, so that 10,000 targets cost minutes one by one and 20 pages when listed. What moves
 * between pages, or fails, ends in `missing`.
 */
export async function listTargets<E extends EntityName>(
  context: ReconcileContext,
  entity: E,
  targets: readonly StoredRecord<E>[],
): Promise<Listed<E>> {
  const { store, port } = context;
  const pages = Math.ceil((await store.count(entity)) / pageSize);
  if (targets.length <= fewTargets || targets.length <= pages) return { found: [], missing: targets };
  const wanted = new Map<string, StoredRecord<E>>(targets.map((row) => [row.id, row]));
  const found: RemoteRecord<E>[] = [];
  for (let offset = 0; wanted.size > 0; offset += pageSize) {
    const page = await readSteadily(context, () => port.fetchPage(entity, { offset, limit: pageSize }));
    if (!page.ok || page.value.records.length === 0) break;
    for (const record of page.value.records) if (wanted.delete(record.id)) found.push(record);
  }
  return { found, missing: [...wanted.values()] };
}

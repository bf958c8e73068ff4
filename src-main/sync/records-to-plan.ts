import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { rowsDigest } from './page-proof';
import type { ListedPage } from './walked-page';

/**
 * The records of a page that must be compared with their rows: none when the page and the rows are both proven to be as they
 * were; all of them, asked for again, when only the rows are not.
 */
export async function recordsToPlan<E extends EntityName>(
  store: Store,
  entity: E,
  { ids, records, proof, askAgain }: ListedPage<E>,
): Promise<RemoteResult<readonly RemoteRecord<E>[]>> {
  if (proof === null || records !== null) return { ok: true, value: records ?? [], requestId: '' };
  if (rowsDigest(ids, await store.hashes(entity, ids)) === proof.rows) {
    return { ok: true, value: [], requestId: '' };
  }
  const again = await askAgain();
  return again.ok ? { ...again, value: again.value.records } : again;
}

import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { decodeRecord } from './decode-record';
import { engine } from './engine';
import type { Row } from './use-rows';

/** Largest page that the contract allows. */
export const pageSize = 500;

/** Rows `from` to `to` (exclusive) of a query, page by page; fewer when a page fails. For selections and exports. */
export async function loadRows<E extends EntityName>(
  entity: E,
  query: Omit<PageRequest, 'entity'>,
  from: number,
  to: number,
): Promise<readonly Row<E>[]> {
  const rows: Row<E>[] = [];
  for (let offset = from; offset < to; offset += pageSize) {
    const limit = Math.min(pageSize, to - offset);
    const page = await engine.call('page', { ...query, entity, offset, limit });
    if (!page.ok) break;
    for (const raw of page.value.rows) {
      const record = decodeRecord(entity, raw);
      if (record !== null) rows.push({ record, extras: page.value.extras[record.id] ?? {} });
    }
    if (page.value.rows.length < limit) break;
  }
  return rows;
}

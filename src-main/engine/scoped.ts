import type { Store } from '@main/store/store';
import type { Filter, PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import { scopedBy } from '@shared/domain/scoped-by';

/** The query with the conditions that narrow it to its organization. What belongs to the whole instance stays as it is. */
export async function narrowed(store: Store, query: PageQuery): Promise<PageQuery> {
  const { scope = '', entity } = query;
  const by = scope === '' ? null : scopedBy(entity);
  if (by === null) return query;
  const within = (filter: Filter): PageQuery => ({ ...query, where: [...query.where, filter] });
  if (by.through === undefined) return within({ field: by.field, op: 'eq', value: scope });
  const placed = await store.list(by.through, [{ field: by.place, op: 'eq', value: scope }]);
  const ids = new Set(placed.map((record) => String(readField(record, by.says))));
  return within({ field: by.field, op: 'in', value: [...ids] });
}

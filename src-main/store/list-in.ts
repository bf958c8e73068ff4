import type { Condition } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import type { Store } from './store';

const chunk = 500;

/** All rows whose field is one of many values: asked in chunks, so that no query grows without bound. */
export async function listIn<E extends EntityName>(
  store: Pick<Store, 'list'>,
  entity: E,
  { field, values, and = [] }: { field: string; values: Iterable<string>; and?: readonly Condition[] },
): Promise<readonly StoredRecord<E>[]> {
  const all = [...new Set(values)];
  const rows: StoredRecord<E>[] = [];
  for (let at = 0; at < all.length; at += chunk) {
    const value = all.slice(at, at + chunk);
    rows.push(...(await store.list(entity, [{ field, op: 'in', value }, ...and])));
  }
  return rows;
}

import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { type BookName, books } from '@shared/domain/books/books';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';

/** Why entries that are written by hand are about applications that the copy does not hold, as sentences; none while no application was copied. */
export async function applicationFaults(
  store: Pick<Store, 'list'>,
  book: BookName,
  put: readonly { readonly id: string; readonly value: JsonValue }[],
): Promise<readonly string[]> {
  const named = new Set(put.flatMap(({ id, value }) => books[book].together?.about?.(id, value) ?? []));
  if (named.size === 0 || (await store.list('application', [], 1)).length === 0) return [];
  const rows = await listIn(store, 'application', { field: 'id', values: named });
  for (const { id } of rows) named.delete(id);
  return [...named].map((id) => t('There is no application {id}', { id }));
}

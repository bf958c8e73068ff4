import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { type BookName, books } from '@shared/domain/books/books';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';

export interface Put {
  readonly book: BookName;
  readonly id: string;
  readonly value: JsonValue;
}

/** Applications that an entry is about, by id. */
export const aboutOf = ({ book, id, value }: Put): readonly string[] =>
  books[book].together?.about?.(id, value) ?? [];

/** Applications that entries are about and the copy does not hold; none while no application was copied. */
export async function unknownApplications(
  store: Pick<Store, 'list'>,
  entries: readonly Put[],
): Promise<ReadonlySet<string>> {
  const named = new Set(entries.flatMap(aboutOf));
  if (named.size === 0 || (await store.list('application', [], 1)).length === 0) return new Set();
  for (const { id } of await listIn(store, 'application', { field: 'id', values: named })) named.delete(id);
  return named;
}

/** Why entries that are written by hand are about applications that the copy does not hold, as sentences. */
export async function applicationFaults(
  store: Pick<Store, 'list'>,
  entries: readonly Put[],
): Promise<readonly string[]> {
  const unknown = await unknownApplications(store, entries);
  return [...unknown].map((id) => t('There is no application {id}', { id }));
}

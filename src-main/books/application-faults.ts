import { listIn } from '@main/store/list-in';
import { isCopiedWhole, seenAbsent } from '@main/store/seen-absent';
import type { Store } from '@main/store/store';
import { type BookName, books } from '@shared/domain/books/books';
import type { JsonValue } from '@shared/domain/json';
import { afterSync, notKnownYet } from '@shared/domain/not-known-yet';
import { t } from '@shared/language/t';

export interface Put {
  readonly book: BookName;
  readonly id: string;
  readonly value: JsonValue;
}

/** Applications that an entry is about, by id. */
export const aboutOf = ({ book, id, value }: Put): readonly string[] =>
  books[book].together?.about?.(id, value) ?? [];

/** Applications that the copy lacks, by id, and whether there are none: of a list that was not read to its end nobody can say so. */
export type MissingApplications = ReadonlyMap<string, { readonly isAbsent: boolean }>;

/** Applications that entries are about and the copy does not hold; none while nobody knows of any. */
export async function missingApplications(
  store: Pick<Store, 'list' | 'meta'>,
  entries: readonly Put[],
): Promise<MissingApplications> {
  const named = new Set(entries.flatMap(aboutOf));
  if (named.size === 0) return new Map();
  const isEmpty = (await store.list('application', [], 1)).length === 0;
  if (isEmpty && !(await isCopiedWhole(store, 'application'))) return new Map();
  for (const { id } of await listIn(store, 'application', { field: 'id', values: named })) named.delete(id);
  const isAbsent = await seenAbsent(store, 'application');
  return new Map([...named].map((id) => [id, { isAbsent: isAbsent(id) }]));
}

/** Why entries that are written by hand are about applications that the copy does not hold, as sentences. */
export async function applicationFaults(
  store: Pick<Store, 'list' | 'meta'>,
  entries: readonly Put[],
): Promise<readonly string[]> {
  return [...(await missingApplications(store, entries))].map(([id, { isAbsent }]) =>
    isAbsent
      ? t('There is no application {id}.', { id })
      : `${notKnownYet('application', id)} ${afterSync()}`,
  );
}

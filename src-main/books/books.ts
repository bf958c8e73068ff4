import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { BookChange, BookEntry, type bookOperations, type GoesAlong } from '@shared/contract/books';
import { failure, type Result, success } from '@shared/contract/failure';
import { BookName, books, type EntryOf } from '@shared/domain/books/books';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { applicationFaults } from './application-faults';
import { type Along, closedWith } from './closed-customers';
import { settingFaults } from './setting-faults';

/** What a write came to, or would. */
export interface WrittenBooks {
  /** The entries of each book that is written. */
  readonly entries: ReadonlyMap<BookName, BookEntry[]>;
  /** What went with what was removed, though nobody named it. */
  readonly along: Along['entries'];
}

export type WriteBook = z.output<(typeof bookOperations)['writeBook']['input']>;

/** The books of a workspace: what its admins keep that the service has no place for. */
export interface Books {
  read<B extends BookName>(book: B): Promise<readonly EntryOf<B>[]>;
  past(book: BookName): Promise<readonly BookChange[]>;
  write(asked: WriteBook): Promise<Result<BookEntry[]>>;
  /** What would go with what is removed, though nobody named it. It refuses what writing would. */
  tryWrite(asked: WriteBook): Promise<Result<GoesAlong[]>>;
  /**
   * Several books together: all that is asked, or nothing. What they hold of each other is looked at as it is after all of it.
   *
   * @param keep false only tells what writing it would answer
   */
  writeAll(asked: readonly WriteBook[], keep?: boolean): Promise<Result<WrittenBooks>>;
}

/** How many changes of a book are kept beside those of the newest write, of which none is cut off. */
const pastKept = 2_000;
/** Faults that are told one by one. */
const faultsTold = 20;

/** Where a book is kept in the store. */
export const bookKey = (book: BookName): string => `book/${book}`;
export const pastKey = (book: BookName): string => `book-past/${book}`;

/** The entries of a book, by id. */
export function readBook<B extends BookName>(
  store: Pick<Store, 'meta' | 'subscribe'>,
  book: B,
): Promise<readonly EntryOf<B>[]> {
  // Entries were decoded by their book before they were written.
  return decodedMeta(
    store,
    bookKey(book),
    (value) => z.array(books[book].entry).parse(value ?? []) as readonly unknown[] as readonly EntryOf<B>[],
  );
}

export function createBooks(
  store: Pick<Store, 'meta' | 'write' | 'subscribe' | 'get' | 'list' | 'history'>,
  now: () => number,
): Books {
  const entries = async (book: BookName): Promise<readonly BookEntry[]> =>
    z.array(BookEntry).parse((await store.meta(bookKey(book))) ?? []);
  const past = async (book: BookName): Promise<readonly BookChange[]> =>
    z.array(BookChange).parse((await store.meta(pastKey(book))) ?? []);

  const writeAll: Books['writeAll'] = async (asked, keep = true) => {
    const decodedAll = asked.map(decoded);
    for (const one of decodedAll) if (!one.ok) return one;
    const misspelt = await settingFaults(store, valuesIn(asked, decodedAll));
    if (misspelt.length > 0) return kept(`${listed(misspelt, '. ')}.`);
    const written = new Map<BookName, BookEntry[]>();
    let along: Along | null = null;
    let fault: Result<never> | null = null;
    await store.write(async () => {
      const held = new Map<BookName, Map<string, BookEntry>>();
      for (const book of looked(asked))
        held.set(book, new Map((await entries(book)).map((entry) => [entry.id, entry])));
      const meta: Record<string, JsonValue> = {};
      const apply = async (one: WriteBook, put?: Result<ReadonlyMap<string, JsonValue>>): Promise<void> => {
        const { book } = one;
        const own = held.get(book) ?? new Map<string, BookEntry>();
        const changes = changesOf(own, put?.ok ? put.value : new Map(), one, now());
        fault ??= staleFault(own, changes, one);
        for (const { id, after, ...mark } of changes) {
          if (after === null) own.delete(id);
          else own.set(id, { id, at: mark.at, by: mark.by, why: mark.why, value: after });
        }
        const sorted = [...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        written.set(book, sorted);
        if (changes.length === 0) return;
        meta[bookKey(book)] = sorted as JsonValue;
        const before = z.array(BookChange).parse(meta[pastKey(book)] ?? (await past(book)));
        meta[pastKey(book)] = [...changes, ...before.slice(0, pastKept)] as JsonValue;
      };
      for (const [index, one] of asked.entries()) await apply(one, decodedAll[index]);
      along = await closedWith(store, asked, held.get('customerSubscription')?.values() ?? []);
      if (along !== null) await apply(along.write);
      fault ??= togetherFault(asked, held);
      return fault === null && keep ? { meta } : {};
    });
    return fault ?? success({ entries: written, along: (along as Along | null)?.entries ?? [] });
  };

  const writeOne = async (asked: WriteBook, keep: boolean): Promise<Result<WrittenBooks>> => {
    const put = decoded(asked);
    if (!put.ok) return put;
    const values = [...put.value].map(([id, value]) => ({ book: asked.book, id, value }));
    const strange = await applicationFaults(store, values);
    return strange.length > 0 ? kept(listed(strange, ' ')) : writeAll([asked], keep);
  };

  return {
    read: (book) => readBook(store, book),
    past,
    writeAll,
    write: async (asked) => {
      const written = await writeOne(asked, true);
      return written.ok ? success(written.value.entries.get(asked.book) ?? []) : written;
    },
    tryWrite: async (asked) => {
      const tried = await writeOne(asked, false);
      return tried.ok ? success(tried.value.along.map(({ at, ...told }) => told)) : tried;
    },
  };
}

const valuesIn = (asked: readonly WriteBook[], read: readonly Result<ReadonlyMap<string, JsonValue>>[]) =>
  asked.flatMap(({ book }, index) => {
    const values = read[index];
    return values?.ok ? [...values.value.values()].map((value) => ({ book, value })) : [];
  });

/** The books that are written, and those that their entries are looked at with. */
function looked(asked: readonly WriteBook[]): ReadonlySet<BookName> {
  const own = asked.map(({ book }) => book);
  const beside = own.flatMap((book) => books[book].together?.beside ?? []);
  return new Set([...own, ...beside.map((name) => BookName.parse(name))]);
}

/** Why entries do not fit each other, as they would be after all of it. */
function togetherFault(
  asked: readonly WriteBook[],
  held: ReadonlyMap<BookName, ReadonlyMap<string, BookEntry>>,
): Result<never> | null {
  const valuesOf = (book: string) =>
    new Map([...(held.get(BookName.parse(book)) ?? [])].map(([id, { value }]) => [id, value]));
  const faults = [...new Set(asked.map(({ book }) => book))].flatMap(
    (book) => books[book].together?.faults(valuesOf(book), valuesOf) ?? [],
  );
  // What two books hold of each other either of them tells.
  return faults.length === 0 ? null : kept(`${listed([...new Set(faults)], '. ')}.`);
}

/** Why a value must not go over what was written since it was read. What is as asked already is no fault: it was asked twice. */
function staleFault(
  held: ReadonlyMap<string, BookEntry>,
  changes: readonly BookChange[],
  { book, put }: WriteBook,
): Result<never> | null {
  const bases = new Map(put.map(({ id, base }) => [id, base]));
  const stale = changes.filter(({ id }) => {
    const base = bases.get(id);
    return base !== undefined && base !== (held.get(id)?.at ?? null);
  });
  if (stale.length === 0) return null;
  const names = stale.map(({ id }) =>
    held.get(id)?.by ? t('{id} (by {by})', { id, by: held.get(id)?.by ?? '' }) : id,
  );
  return failure(
    'conflict',
    t('Somebody wrote the {what} {names} meanwhile, in another window or from a file. Nothing was kept.', {
      what: books[book][stale.length === 1 ? 'one' : 'many'],
      names: listed(names, ', '),
    }),
    t('Look at it anew, and edit it again.'),
  );
}

/** The values as their book has them, or every fault by its entry. */
function decoded({ book, put, remove }: WriteBook): Result<ReadonlyMap<string, JsonValue>> {
  const seen = new Set<string>();
  const ids = [...put.map(({ id }) => id), ...remove];
  const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  if (twice.size > 0)
    return kept(t('There is more than one entry of {listed}.', { listed: listed([...twice], ', ') }));
  const { one, value } = books[book];
  const read = put.map(({ id, value: given }) => ({ id, read: value.safeParse(given) }));
  const faults = read.flatMap(({ id, read: { error } }) =>
    (error?.issues ?? []).map(({ path, message }) => `${[id, ...path].join('.')}: ${message}`),
  );
  if (faults.length > 0) return kept(t('This is no {one}: {faults}.', { one, faults: listed(faults, '; ') }));
  return success(new Map(read.map(({ id, read: { data } }) => [id, data as JsonValue])));
}

const kept = (why: string): Result<never> =>
  failure('invalid-input', t('{why} Nothing was kept.', { why }), t('Correct it and try again.'));

const listed = (faults: readonly string[], between: string): string =>
  faults.slice(0, faultsTold).join(between) +
  (faults.length > faultsTold
    ? between + t('and {more, number} more', { more: faults.length - faultsTold })
    : '');

/** What is other than before; the same again is no change, so that asking twice writes once. */
function changesOf(
  held: ReadonlyMap<string, BookEntry>,
  put: ReadonlyMap<string, JsonValue>,
  { remove, by, why }: WriteBook,
  at: number,
): readonly BookChange[] {
  const before = (id: string): JsonValue => held.get(id)?.value ?? null;
  const after = [...put, ...remove.map((id) => [id, null] as const)];
  return after
    .filter(([id, value]) => !jsonEqual(before(id), value))
    .map(([id, value]) => ({ id, at, by, why, before: before(id), after: value }));
}

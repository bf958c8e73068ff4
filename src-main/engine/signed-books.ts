import { aboutOf, missingApplications } from '@main/books/application-faults';
import type { Books } from '@main/books/books';
import {
  asJson,
  parsedJson,
  strayFault,
  tampered,
  writtenAs,
} from '@main/reconcile/four-eyes/read-signed-file';
import { digestOf, fingerprintOf, isSignedBy, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store } from '@main/store/store';
import type { BookImport } from '@shared/contract/books';
import { failure, type Result, success } from '@shared/contract/failure';
import type { TextFile } from '@shared/contract/four-eyes';
import type { DecodedInputOf } from '@shared/contract/operations';
import { BookId } from '@shared/domain/books/book';
import { BookName, books as known } from '@shared/domain/books/books';
import { JsonValue, jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { z } from 'zod';

const booksFormat = 'tenantry-books/1';

/** What is signed: each entry by its hash, so that one that was changed can be named. */
const Manifest = z.object({
  format: z.literal(booksFormat),
  author: z.string(),
  publicKey: z.string(),
  madeAt: z.number(),
  books: z.array(BookName),
  /** SHA-256 of each entry's canonical JSON, hex, in order. */
  entries: z.array(z.string()).max(50_000),
});
const Entry = z.object({ book: BookName, id: BookId, value: JsonValue });
const BooksFile = z.object({ manifest: Manifest, signature: z.string(), entries: z.array(Entry) });
type BooksFile = z.infer<typeof BooksFile>;

interface Parts {
  readonly store: Pick<Store, 'list' | 'meta'>;
  readonly books: Books;
  readonly key: SigningKey;
  readonly now: () => number;
}

/** Books as one file, signed with the key of this workspace. */
export async function exportBooks(
  { books, key, now }: Omit<Parts, 'store'>,
  { books: names, signer }: DecodedInputOf<'exportBooks'>,
): Promise<Result<TextFile>> {
  const entries: z.infer<typeof Entry>[] = [];
  for (const book of names)
    for (const { id, value } of await books.read(book)) entries.push({ book, id, value: value as JsonValue });
  if (entries.length === 0)
    return failure('not-found', t('There is nothing in these books yet.'), t('Write something first.'));
  const manifest: z.infer<typeof Manifest> = {
    format: booksFormat,
    author: signer,
    publicKey: key.publicKey,
    madeAt: now(),
    books: names,
    entries: entries.map((entry) => digestOf(asJson(entry))),
  };
  const file: BooksFile = { manifest, signature: key.sign(asJson(manifest)), entries };
  return success({ fileName: `${names.join('-')}.tenantry.json`, text: writtenAs(file) });
}

/**
 * Books of a colleague's file: what is new, other, the same, and only here. Kept where that is asked for, all of it or nothing; what is
 * only here stays unless it is to be replaced. A file that was tampered with is refused, what and where named.
 */
export async function importBooks(
  { store, books, key }: Omit<Parts, 'now'>,
  { text, keep, replace, by }: DecodedInputOf<'importBooks'>,
): Promise<Result<BookImport>> {
  const read = readBooksFile(text);
  if (!read.ok) return read;
  const { manifest, entries } = read.value;
  const { author: name, publicKey, madeAt } = manifest;
  const missing = await missingApplications(store, entries);
  const rows: BookImport['rows'] = [];
  const asked: Parameters<Books['writeAll']>[0][number][] = [];
  for (const book of new Set(manifest.books)) {
    const here = new Map((await books.read(book)).map((entry) => [entry.id as string, entry]));
    // Newest first: of what is not here any more the last change is its removal.
    const gone = new Map((await books.past(book)).toReversed().map(({ id, at }) => [id as string, at]));
    const tell = (id: string, value: JsonValue, outcome: BookImport['rows'][number]['outcome']): void => {
      const written = outcome === 'changed' || outcome === 'removed' ? here.get(id)?.at : undefined;
      const at = (outcome === 'added' ? gone.get(id) : written) ?? 0;
      const lacking = aboutOf({ book, id, value }).filter((each) => missing.has(each));
      const notHere = lacking.filter((each) => missing.get(each)?.isAbsent);
      const notKnown = lacking.filter((each) => !notHere.includes(each));
      const laterHere = at > madeAt ? at : 0;
      rows.push({ book, id, name: nameOf(id, value), outcome, laterHere, notHere, notKnown });
    };
    const theirs = entries.filter((entry) => entry.book === book);
    for (const { id, value } of theirs) {
      const own = here.get(id);
      tell(
        id,
        value,
        own === undefined ? 'added' : jsonEqual(own.value as JsonValue, value) ? 'same' : 'changed',
      );
    }
    const named = new Set(theirs.map(({ id }) => id));
    const onlyHere = [...here].filter(([id]) => !named.has(id));
    for (const [id, own] of onlyHere) tell(id, own.value as JsonValue, replace ? 'removed' : 'only-here');
    const put = theirs.map(({ id, value }) => ({ id, value }));
    const remove = replace ? onlyHere.map(([id]) => id) : [];
    asked.push({ book, put, remove, by, why: t('From a file of {name}', { name }).slice(0, 500) });
  }
  // A look refuses what keeping would.
  const written = await books.writeAll(asked, keep);
  if (!written.ok) return written;
  for (const { at, ...told } of written.value.along) {
    const laterHere = at > madeAt ? at : 0;
    rows.push({ ...told, outcome: 'removed', laterHere, notHere: [told.id], notKnown: [] });
  }
  const author = { name, fingerprint: fingerprintOf(publicKey), self: publicKey === key.publicKey };
  return success({ author, madeAt, kept: keep, rows });
}

/** Books out of the text of a file, by itself. Expected failure: `invalid-input`, with what was changed. */
export function readBooksFile(text: string): Result<BooksFile> {
  const decoded = BooksFile.safeParse(parsedJson(text));
  if (!decoded.success)
    return tampered(t('It is no file of books that Tenantry has signed, or it is cut short.'));
  const { manifest, signature, entries } = decoded.data;
  if (!isSignedBy(manifest.publicKey, asJson(manifest), signature))
    return tampered(
      t(
        'The signature of {author} does not fit: author, time or the list of entries was changed after it was signed.',
        { author: manifest.author },
      ),
    );
  for (const [index, entry] of entries.entries())
    if (digestOf(asJson(entry)) !== manifest.entries[index])
      return tampered(
        t('The {one} {id} was changed after it was signed.', {
          one: known[entry.book].one,
          id: nameOf(entry.id, entry.value),
        }),
      );
  if (entries.length !== manifest.entries.length)
    return tampered(
      t('{count, number} entries were signed, but the file holds {held, number}.', {
        count: manifest.entries.length,
        held: entries.length,
      }),
    );
  const stray = strayFault(text, decoded.data);
  return stray === null ? success(decoded.data) : tampered(stray);
}

function nameOf(id: string, value: JsonValue): string {
  const name = z.object({ name: z.string() }).safeParse(value).data?.name;
  return name === undefined ? id : `${name} (${id})`;
}

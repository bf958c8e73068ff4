import type { Store } from '@main/store/store';
import { BookName } from '@shared/domain/books/books';
import type { JsonValue } from '@shared/domain/json';
import { bookKey, pastKey } from './books';

/**
 * What books hold of a record that got its own id, under that id: its entries, and wherever others name it. Within a write plan.
 *
 * @returns small values to write, by key
 */
export async function adoptInBooks(
  store: Pick<Store, 'meta'>,
  provisional: string,
  id: string,
): Promise<Readonly<Record<string, JsonValue>>> {
  const meta: Record<string, JsonValue> = {};
  for (const key of BookName.options.flatMap((book) => [bookKey(book), pastKey(book)])) {
    const text = JSON.stringify(await store.meta(key));
    // A provisional id is like no other text, and stands in ids of entries as well.
    if (text.includes(provisional)) meta[key] = JSON.parse(text.replaceAll(provisional, id)) as JsonValue;
  }
  return meta;
}

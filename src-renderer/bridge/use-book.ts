import type { BookName, EntryOf } from '@shared/domain/books/books';
import { useFeed } from './use-feed';

/** All entries of a book, as they are now; undefined while they are not known. */
export function useBook<B extends BookName>(book: B): readonly EntryOf<B>[] | undefined {
  // The engine decodes entries by their book before it sends them.
  return useFeed('book', { book }).value as readonly EntryOf<B>[] | undefined;
}

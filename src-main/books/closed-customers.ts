import type { Store } from '@main/store/store';
import type { BookEntry, bookOperations } from '@shared/contract/books';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { missingApplications } from './application-faults';

type WriteBook = z.output<(typeof bookOperations)['writeBook']['input']>;

const Having = z.object({ plan: z.string() });

/**
 * Subscriptions that go with plans that are removed: those of customers that were closed, whom no screen shows any more, so that nobody could
 * give them another plan. What they were stays in the book's past.
 */
export async function closedWith(
  store: Pick<Store, 'list' | 'meta'>,
  { book, remove, by }: WriteBook,
  subscriptions: readonly BookEntry[],
): Promise<readonly WriteBook[]> {
  if (book !== 'customerPlan' || remove.length === 0) return [];
  const having = subscriptions
    .filter(({ value }) => remove.includes(Having.safeParse(value).data?.plan ?? ''))
    .map(({ id, value }) => ({ book: 'customerSubscription' as const, id, value }));
  const missing = await missingApplications(store, having);
  const closed = having.map(({ id }) => id).filter((id) => missing.get(id)?.isAbsent === true);
  const why = t('Its application was closed, and its plan removed.');
  return closed.length === 0 ? [] : [{ book: 'customerSubscription', put: [], remove: closed, by, why }];
}

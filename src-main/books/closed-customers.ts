import type { Store } from '@main/store/store';
import type { BookEntry, bookOperations, GoesAlong } from '@shared/contract/books';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { missingApplications } from './application-faults';

type WriteBook = z.output<(typeof bookOperations)['writeBook']['input']>;

/** What goes with a write, though nobody named it: how it is written, and as people are told of it. */
export interface Along {
  readonly write: WriteBook;
  readonly entries: readonly (GoesAlong & { readonly at: number })[];
}

const book = 'customerSubscription';
const Having = z.object({ plan: z.string() });

/**
 * Subscriptions that go with plans that are removed: those of customers that were closed, whom no screen shows any more, so that nobody could
 * give them another plan. What they were stays in the book's past. Null where there are none. Within a write plan.
 *
 * @param subscriptions as they are after all that is asked; what is written of them by hand stays
 */
export async function closedWith(
  store: Pick<Store, 'list' | 'meta' | 'history'>,
  asked: readonly WriteBook[],
  subscriptions: Iterable<BookEntry>,
): Promise<Along | null> {
  const removing = asked.filter((one) => one.book === 'customerPlan' && one.remove.length > 0);
  const plans = new Set(removing.flatMap(({ remove }) => remove as readonly string[]));
  if (plans.size === 0) return null;
  const byHand = new Set(asked.flatMap((one) => (one.book === book ? one.put.map(({ id }) => id) : [])));
  const having = [...subscriptions].filter(
    ({ id, value }) => plans.has(Having.safeParse(value).data?.plan ?? '') && !byHand.has(id),
  );
  const missing = await missingApplications(
    store,
    having.map(({ id, value }) => ({ book, id, value })),
  );
  const closed = having.filter(({ id }) => missing.get(id)?.isAbsent === true);
  if (closed.length === 0) return null;
  const ids = closed.map(({ id }) => id);
  const names = await lastNames(store, ids);
  const why = t('Its application was closed, and its plan removed.');
  return {
    write: { book, put: [], remove: ids, by: removing[0]?.by ?? '', why },
    entries: closed.map(({ id, at }) => ({ book, id, at, name: names.get(id) ?? id })),
  };
}

/** What closed applications were called, with their ids, by id. */
async function lastNames(
  store: Pick<Store, 'history'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const recordIds = ids.map((id) => RecordId.parse(id));
  const gone = await store.history({ entity: 'application', recordIds, change: 'deleted', limit: 10_000 });
  // Newest first.
  return new Map(gone.toReversed().map(({ recordId, label }) => [recordId, `${label} (${recordId})`]));
}

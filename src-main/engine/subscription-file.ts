import type { Books } from '@main/books/books';
import { csvRows } from '@main/import/csv-rows';
import { seenAbsent } from '@main/store/seen-absent';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { csvFault } from '@shared/domain/import/csv-fault';
import type { JsonValue } from '@shared/domain/json';
import {
  readSubscriptionLines,
  type SubscriptionLine,
  subscriptionColumns,
} from '@shared/domain/limits/read-lines';
import { t } from '@shared/language/t';

interface Parts {
  readonly books: Books;
  readonly store: Pick<Store, 'list' | 'meta'>;
  readonly now: () => number;
}

const known: readonly string[] = subscriptionColumns;

/** Plans and overrides of customers from a CSV file: what each line would do, and, where that is asked for, done. Refused lines change nothing. */
export async function importSubscriptions(
  { books, store, now }: Parts,
  { text, keep, by, why }: DecodedInputOf<'importSubscriptions'>,
): Promise<Result<OutputOf<'importSubscriptions'>>> {
  const parsed = linesOf(text);
  if (!parsed.ok) return parsed;
  const held = await books.read('customerSubscription');
  const { rows, put } = readSubscriptionLines(parsed.value, {
    applications: new Map((await store.list('application', [])).map(({ id, name }) => [id, name])),
    isAbsent: await seenAbsent(store, 'application'),
    held: new Map(held.map(({ id, value }) => [id, value])),
    plans: new Map((await books.read('customerPlan')).map(({ id, value }) => [id, value.name])),
    now: now(),
  });
  const bases = new Map(held.map(({ id, at }) => [id, at]));
  const entries = [...put].map(([id, value]) => ({
    id,
    value: value as unknown as JsonValue,
    base: bases.get(id) ?? null,
  }));
  const written = await books.writeAll(
    [{ book: 'customerSubscription', put: entries, remove: [], by, why }],
    keep,
  );
  if (!written.ok) return written;
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  return success({
    kept: keep,
    summary: {
      same: count('same'),
      changed: count('changed'),
      new: count('new'),
      refused: count('refused'),
    },
    rows: [...rows],
  });
}

/** The lines by the names of their columns, each with its number. */
function linesOf(text: string): Result<readonly SubscriptionLine[]> {
  try {
    const read = csvRows(text);
    // `applicationId` is what other files call it.
    const columns = read.columns.map((name) => (name === 'applicationid' ? 'application' : name));
    const odd = columns.find((name) => !known.includes(name));
    if (odd !== undefined) return unreadable(t('there is no column “{odd}”', { odd }));
    const twice = columns.find((name, place) => columns.indexOf(name) !== place);
    if (twice !== undefined) return unreadable(t('it has two columns “{twice}”', { twice }));
    if (!columns.includes('application')) return unreadable(t('it has no column “application”'));
    return success(
      read.lines.map(({ line, cells }) => ({
        line,
        cells: Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ''])),
      })),
    );
  } catch (error) {
    return unreadable(csvFault(error));
  }
}

const unreadable = (why: string): Result<never> =>
  failure(
    'invalid-input',
    t('The file cannot be read as CSV: {why}. Nothing was kept.', { why }),
    t('Its first line names columns of: {subscriptionColumns}.', {
      subscriptionColumns: subscriptionColumns.join(', '),
    }),
  );

import type { Books } from '@main/books/books';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { JsonValue } from '@shared/domain/json';
import { readSubscriptionLines, subscriptionColumns } from '@shared/domain/limits/read-lines';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

interface Parts {
  readonly books: Books;
  readonly store: Pick<Store, 'list'>;
  readonly now: () => number;
}

const Lines = z.array(z.record(z.string(), z.string()));

/** Plans and overrides of customers from a CSV file: what each line would do, and, where that is asked for, done. Refused lines change nothing. */
export async function importSubscriptions(
  { books, store, now }: Parts,
  { text, keep, by, why }: DecodedInputOf<'importSubscriptions'>,
): Promise<Result<OutputOf<'importSubscriptions'>>> {
  const parsed = linesOf(text);
  if (!parsed.ok) return parsed;
  const named = (entries: readonly { readonly id: string; readonly value: { readonly name: string } }[]) =>
    new Map(entries.map(({ id, value }) => [id, value.name]));
  const { rows, put } = readSubscriptionLines(parsed.value, 2, {
    applications: new Map((await store.list('application', [])).map(({ id, name }) => [id, name])),
    held: new Map((await books.read('customerSubscription')).map(({ id, value }) => [id, value])),
    plans: named(await books.read('customerPlan')),
    now: now(),
  });
  if (keep && put.size > 0) {
    const entries = [...put].map(([id, value]) => ({ id, value: value as unknown as JsonValue }));
    const written = await books.write({ book: 'customerSubscription', put: entries, remove: [], by, why });
    if (!written.ok) return written;
  }
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

/** The lines by the names of their columns. */
function linesOf(text: string): Result<Readonly<Record<string, string>>[]> {
  const known: readonly string[] = subscriptionColumns;
  try {
    const read: unknown = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: [',', ';', '\t'],
      // `applicationId` is what other files call it.
      columns: (head: string[]) => head.map((name) => (name === 'applicationId' ? 'application' : name)),
    });
    const lines = Lines.parse(read);
    const odd = Object.keys(lines[0] ?? {}).find((name) => !known.includes(name));
    if (odd === undefined && lines[0]?.application !== undefined) return success(lines);
    return unreadable(odd === undefined ? 'it has no column “application”' : `there is no column “${odd}”`);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

const unreadable = (why: string): Result<never> =>
  failure(
    'invalid-input',
    `The file cannot be read as CSV: ${why}. Nothing was kept.`,
    `Its first line names columns of: ${subscriptionColumns.join(', ')}.`,
  );

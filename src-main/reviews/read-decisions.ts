import { csvRows } from '@main/import/csv-rows';
import { failure, type Result, success } from '@shared/contract/failure';
import { csvFault } from '@shared/domain/import/csv-fault';
import { Decision } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { z } from 'zod';

const Decided = z.strictObject({
  item: z.string().trim().min(1),
  decision: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    Decision,
  ),
  note: z.string().optional(),
});
export type Decided = z.infer<typeof Decided>;

/**
 * Decisions of a file: a JSON array of `{ item, decision, note }`, or CSV with these columns, where an empty note is none. Expected failure: `invalid-input`, each fault by its
 * line (CSV) or place (JSON); nothing is taken then.
 */
export function readDecisions(text: string): Result<Decided[]> {
  const isJson = text.trimStart().startsWith('[');
  const rows = isJson ? jsonRows(text) : csvLines(text);
  if (!rows.ok) return rows;
  const decided: Decided[] = [];
  const faults: string[] = [];
  for (const { place, row } of rows.value) {
    const read = Decided.safeParse(row);
    if (read.success) decided.push(read.data);
    else {
      const why = read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join(', ');
      faults.push(
        isJson
          ? t('entry {entry, number}: {why}', { entry: place, why })
          : t('line {line, number}: {why}', { line: place, why }),
      );
    }
  }
  const told = faults.slice(0, 10).join('; ');
  if (faults.length > 0)
    return refused(
      faults.length > 10
        ? t('{faults}; and {more, number} more', { faults: told, more: faults.length - 10 })
        : told,
    );
  return decided.length === 0 ? refused(t('it holds no decision')) : success(decided);
}

/** What is decided, and its place in the file: of the entry, or of the line. */
type Placed = readonly { readonly place: number; readonly row: unknown }[];

function jsonRows(text: string): Result<Placed> {
  try {
    const rows = z.array(z.unknown()).parse(JSON.parse(text));
    return success(rows.map((row, index) => ({ place: index + 1, row })));
  } catch {
    return refused(t('it is no JSON array'));
  }
}

function csvLines(text: string): Result<Placed> {
  try {
    const { columns, lines } = csvRows(text);
    return success(
      lines.map(({ line, cells }) => {
        const named = columns.map((name, place) => [name, cells[place] ?? ''] as const);
        return {
          place: line,
          row: Object.fromEntries(named.filter(([name, cell]) => name !== 'note' || cell !== '')),
        };
      }),
    );
  } catch (error) {
    return refused(csvFault(error));
  }
}

const refused = (why: string): Result<never> =>
  failure(
    'invalid-input',
    t('The decisions cannot be read: {why}. Nothing was kept.', { why }),
    t(
      'Give item, decision (keep, revoke, unknown or open) and, if you like, note: as columns, or as a JSON array.',
    ),
  );

import { failure, type Result, success } from '@shared/contract/failure';
import { csvFault } from '@shared/domain/import/csv-fault';
import { Decision } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { parse } from 'csv-parse/sync';
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
  const rows = isJson ? jsonRows(text) : csvRows(text);
  if (!rows.ok) return rows;
  const decided: Decided[] = [];
  const faults: string[] = [];
  for (const [index, row] of rows.value.entries()) {
    const read = Decided.safeParse(row);
    if (read.success) decided.push(read.data);
    else {
      const why = read.error.issues.map(({ path, message }) => [...path, message].join(': ')).join(', ');
      faults.push(
        isJson
          ? t('entry {entry, number}: {why}', { entry: index + 1, why })
          : t('line {line, number}: {why}', { line: index + 2, why }),
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

function jsonRows(text: string): Result<readonly unknown[]> {
  try {
    return success(z.array(z.unknown()).parse(JSON.parse(text)));
  } catch {
    return refused(t('it is no JSON array'));
  }
}

function csvRows(text: string): Result<readonly unknown[]> {
  try {
    const rows: unknown = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
    const lines = z.array(z.record(z.string(), z.string())).parse(rows);
    return success(lines.map(({ note, ...line }) => (note ? { ...line, note } : line)));
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

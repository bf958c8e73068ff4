import { csvEncoder } from '@main/export/encode-text';
import { textOf } from '@shared/domain/import/read-cell';
import type { JudgedFile } from './judge-file';

/** The refused lines as a CSV file: their cells, their numbers, and why. It can be corrected and come in again. */
export function refusedText(columns: readonly string[], { rows, cells }: JudgedFile): string {
  const several = rows.some(({ sheet }) => sheet !== '');
  const told = [...(several ? ['sheet'] : []), 'line', 'why'];
  const encoder = csvEncoder([...columns, ...told].map((path) => ({ path, kind: 'text' })));
  const lines = rows.flatMap((row, at) => {
    if (row.outcome !== 'refused') return [];
    const own = columns.map((_, column) => textOf(cells.get(at)?.[column] ?? null));
    return [{ cells: [...own, ...(several ? [row.sheet] : []), String(row.line), row.why], values: [] }];
  });
  return Buffer.concat([...encoder.begin(), ...encoder.rows(lines), ...encoder.end()]).toString('utf8');
}

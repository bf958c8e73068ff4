import { t } from '@shared/language/t';
import { formatCount } from '../../format/format-count';
import type { Column } from './column';
import classes from './printed-table.module.css';

interface PrintedTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  readonly idOf: (row: T) => string;
}

/** A table on paper: plain rows under a head that each page repeats, and how many there are beside them. */
export function PrintedTable<T>({ label, columns, rows, total, idOf }: PrintedTableProps<T>) {
  return (
    <div className={classes.printed} data-paper>
      <table className={classes.table}>
        <caption>
          {rows.length < total
            ? t('{label}: the first {count, number} of {total, number}. Export the table for all of them.', {
                label,
                count: rows.length,
                total,
              })
            : `${label}: ${formatCount(total)}`}
        </caption>
        <thead>
          <tr>
            {columns.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)}>
              {columns.map((column) => (
                <td key={column.id} data-align={column.align}>
                  {column.text(row) || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, rows are its active descendants
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type Column, nextSort, type Sort } from './column';
import classes from './virtual-table.module.css';

interface TableHeaderProps<T> {
  readonly columns: readonly Column<T>[];
  readonly tracks: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Room for the checkboxes. */
  readonly selectable: boolean;
}

export function TableHeader<T>({ columns, tracks, sort, onSort, selectable }: TableHeaderProps<T>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: tracks }}>
        {selectable && (
          <div role="columnheader" className={classes.cell}>
            <span className="visually-hidden">Selected</span>
          </div>
        )}
        {columns.map((column) => {
          const sorted = column.sortField !== undefined && column.sortField === sort.field;
          const Arrow = sort.direction === 'asc' ? ArrowUp : ArrowDown;
          const { sortField } = column;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
              className={classes.cell}
              data-align={column.align}
            >
              {sortField === undefined ? (
                column.title
              ) : (
                <button
                  type="button"
                  className={classes.sort}
                  data-sorted={sorted || undefined}
                  onClick={() => onSort(nextSort(sort, sortField))}
                >
                  {column.title}
                  {sorted && <Arrow size={11} aria-hidden />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

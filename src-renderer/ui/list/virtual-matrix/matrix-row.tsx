// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, cells are its active descendants
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys

import { Checkbox, Skeleton } from '@mantine/core';
import { t } from '@shared/language/t';
import { memo, type ReactNode } from 'react';
import classes from './virtual-matrix.module.css';

/** Width of each column, px. */
export const trackWidth = 132;

export interface MatrixColumn<T> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: T) => ReactNode;
}

interface MatrixRowProps<T> {
  /** Of the matrix: what its cells are named by. */
  readonly matrix: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** Undefined while its data is on the way. */
  readonly row: T | undefined;
  readonly name: string;
  readonly note: (row: T) => ReactNode;
  /** Width of the names of rows, px. */
  readonly headWidth: number;
  /** Those that are drawn, and the place of the first. */
  readonly columns: readonly MatrixColumn<T>[];
  readonly from: number;
  /** Place of the cell that the keys mean, -1 for none. */
  readonly active: number;
  /** Id of the column whose cell is open. */
  readonly open: string | null;
  readonly selected: boolean;
  readonly onSelect: (index: number, row: T | undefined, extend: boolean) => void;
  readonly onPress: (index: number, row: T | undefined, column: number) => void;
}

export const cellId = (matrix: string, row: number, column: number): string => `${matrix}-${row}-${column}`;

function MatrixRowPart<T>(props: MatrixRowProps<T>) {
  const { index, row, columns, from, selected, headWidth } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-hidden={row === undefined || undefined}
      aria-selected={selected}
      aria-label={props.name || undefined}
      className={classes.row}
      data-selected={selected || undefined}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={classes.name} style={{ width: headWidth }}>
        {row === undefined ? (
          <Skeleton height={8} width="55%" radius={2} />
        ) : (
          <>
            <Checkbox
              aria-label={t('Select {name}', { name: props.name || t('row') })}
              tabIndex={-1}
              checked={selected}
              readOnly
              onClick={(event) => props.onSelect(index, row, event.shiftKey)}
            />
            <span className={classes.title} title={props.name}>
              {props.name}
            </span>
            <span className={classes.note}>{props.note(row)}</span>
          </>
        )}
      </div>
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={cellId(props.matrix, index, from + place)}
          role="gridcell"
          aria-colindex={from + place + 2}
          className={classes.cell}
          data-active={props.active === from + place || undefined}
          data-open={props.open === column.id || undefined}
          style={{ left: headWidth + (from + place) * trackWidth, width: trackWidth }}
          onClick={() => props.onPress(index, row, from + place)}
        >
          {row === undefined ? <Skeleton height={8} width="55%" radius={2} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row of a matrix; drawn anew where something of it changes, not as others scroll by. */
export const MatrixRow = memo(MatrixRowPart) as typeof MatrixRowPart;

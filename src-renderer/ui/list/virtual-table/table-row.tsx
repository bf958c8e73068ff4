// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, rows are its active descendants
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys

import { Checkbox, Skeleton } from '@mantine/core';
import { t } from '@shared/language/t';
import { type MouseEvent, memo, type ReactNode } from 'react';
import type { MarkKind } from '../../marks/mark-kind';
import type { Column } from './column';
import classes from './virtual-table.module.css';

export interface TableRowProps<T> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly tracks: string;
  readonly columns: readonly Column<T>[];
  readonly row: T | undefined;
  readonly name: string;
  readonly mark: MarkKind | null;
  readonly active: boolean;
  readonly open: boolean;
  /** Undefined: rows cannot be chosen. */
  readonly selected: boolean | undefined;
  readonly onPress: (index: number, row: T | undefined, event: MouseEvent) => void;
  readonly onMenu: (index: number, row: T | undefined, event: MouseEvent) => void;
  readonly onToggle: (index: number, row: T | undefined, extend: boolean) => void;
}

function TableRowPart<T>(props: TableRowProps<T>) {
  const { id, index, top, height, tracks, columns, row, name, mark, active, open, selected } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      // One that is on its way is drawn, and nobody is told of it: there is nothing to press yet.
      aria-hidden={row === undefined || undefined}
      aria-selected={selected ?? open}
      aria-label={name || undefined}
      className={classes.row}
      data-active={active || undefined}
      data-open={open || undefined}
      data-selected={selected || undefined}
      data-mark={mark ?? undefined}
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${top}px)` }}
      onClick={(event) => props.onPress(index, row, event)}
      onContextMenu={(event) => props.onMenu(index, row, event)}
    >
      {selected !== undefined && (
        <div role="gridcell" className={classes.check}>
          {/* No row, nothing to choose: a press on a box of one that is on its way would be lost. */}
          {row === undefined ? (
            <Skeleton height={16} width={16} radius={2} />
          ) : (
            <Checkbox
              aria-label={t('Select {name}', { name: name || t('row') })}
              tabIndex={-1}
              checked={selected}
              readOnly
              onClick={(event) => {
                event.stopPropagation();
                props.onToggle(index, row, event.shiftKey);
              }}
            />
          )}
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={classes.cell} data-align={column.align}>
          {row === undefined ? <Skeleton height={8} width="55%" radius={2} /> : shown(column, row)}
        </div>
      ))}
    </div>
  );
}

function shown<T>({ cell, text }: Column<T>, row: T): ReactNode {
  return cell ? cell(row) : text(row) || '–';
}

/** One row of a virtual table; a skeleton while its data is on the way. */
export const TableRow = memo(TableRowPart) as typeof TableRowPart;

// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, rows are its active descendants

import { Checkbox } from '@mantine/core';
import { t } from '@shared/language/t';
import { useLayoutEffect, useRef } from 'react';
import { type Column, nextSorts, type Sorts } from './column';
import { type ColumnLayout, movedBy, movedTo, sized } from './column-layout';
import { HeaderCell, type HeaderMoves } from './header-cell';
import { useViewport } from './use-viewport';
import classes from './virtual-table.module.css';

/** The checkbox over the rows. */
export interface HeaderCheck {
  readonly state: 'none' | 'some' | 'all';
  readonly busy: boolean;
  readonly onToggle: () => void;
}

interface TableHeaderProps<T> {
  /** Those that are drawn. */
  readonly columns: readonly Column<T>[];
  /** All there are, in the order that they come in by themselves. */
  readonly all: readonly Column<T>[];
  readonly tracks: string;
  readonly minWidth: number;
  readonly sorts: Sorts;
  readonly onSort: (sorts: Sorts) => void;
  /** Undefined: rows cannot be chosen. */
  readonly check: HeaderCheck | undefined;
  /** Hears of its height, px: a title may take two lines. */
  readonly onHeight: (height: number) => void;
  readonly layout: ColumnLayout;
  readonly onLayout: ((layout: ColumnLayout) => void) | undefined;
}

export function TableHeader<T>(props: TableHeaderProps<T>) {
  const { columns, all, tracks, minWidth, sorts, onSort, check, layout, onLayout, onHeight } = props;
  const head = useRef<HTMLDivElement>(null);
  // Watched, not read at each drawing: that would lay the page out at every scroll event.
  const { height } = useViewport(head);
  useLayoutEffect(() => {
    if (height > 0) onHeight(height);
  }, [height, onHeight]);
  const moves: HeaderMoves | undefined = onLayout && {
    onSize: (id, width) => onLayout(sized(layout, id, width)),
    onMoveBy: (id, by) => onLayout(movedBy(all, layout, id, by)),
    onMoveTo: (id, place) => onLayout(movedTo(all, layout, id, place)),
  };
  return (
    <div ref={head} role="rowgroup" className={classes.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: tracks }}>
        {check && (
          <div role="columnheader" className={classes.check}>
            <Checkbox
              aria-label={t('Select all rows')}
              checked={check.state === 'all'}
              indeterminate={check.state === 'some'}
              disabled={check.busy}
              onChange={check.onToggle}
            />
          </div>
        )}
        {columns.map((column) => (
          <HeaderCell
            key={column.id}
            column={column}
            sorts={sorts}
            onSort={(field, also) => onSort(nextSorts(sorts, field, also))}
            moves={moves}
          />
        ))}
      </div>
    </div>
  );
}

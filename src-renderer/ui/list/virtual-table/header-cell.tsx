// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the button inside is focused
import { t } from '@shared/language/t';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Column, Sorts } from './column';
import classes from './virtual-table.module.css';

export interface HeaderMoves {
  /** px; undefined for the width that it has by itself. */
  readonly onSize: (id: string, width: number | undefined) => void;
  readonly onMoveBy: (id: string, by: -1 | 1) => void;
  readonly onMoveTo: (id: string, place: string) => void;
}

interface HeaderCellProps {
  readonly column: Pick<Column<never>, 'id' | 'title' | 'align' | 'sortField'>;
  readonly sorts: Sorts;
  readonly onSort: (field: string, also: boolean) => void;
  /** Undefined: the columns of this table stay as they are. */
  readonly moves: HeaderMoves | undefined;
}

const step = 16;
const unsorted = t('No index holds it: rows cannot be sorted by it');
const dragType = 'text/x-tenantry-column';

/** Sorts by its column; its edge is dragged, or moved with Alt and the arrow keys, to size it; the whole is dragged to move it. */
export function HeaderCell({ column, sorts, onSort, moves }: HeaderCellProps) {
  const { id, title, sortField } = column;
  const cell = useRef<HTMLDivElement>(null);
  const place = sorts.findIndex(({ field }) => field === sortField);
  const sort = sorts[place];
  const Arrow = sort?.direction === 'desc' ? ArrowDown : ArrowUp;
  const widthNow = (): number => cell.current?.getBoundingClientRect().width ?? 0;

  const onKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Enter' && event.shiftKey && sortField !== undefined) onSort(sortField, true);
    else if (by === 0 || !event.altKey || !moves) return;
    else if (event.shiftKey) moves.onMoveBy(id, by === 1 ? 1 : -1);
    else moves.onSize(id, widthNow() + by * step);
    event.preventDefault();
    event.stopPropagation();
  };
  const size = (event: PointerEvent): void => {
    const before = widthNow() - event.clientX;
    const ended = new AbortController();
    const { signal } = ended;
    const move = (to: globalThis.PointerEvent): void => moves?.onSize(id, before + to.clientX);
    window.addEventListener('pointermove', move, { signal });
    for (const end of ['pointerup', 'pointercancel'])
      window.addEventListener(end, () => ended.abort(), { signal });
  };

  return (
    <div
      ref={cell}
      role="columnheader"
      aria-sort={sort && (sort.direction === 'asc' ? 'ascending' : 'descending')}
      className={`${classes.cell} ${classes.headCell}`}
      data-align={column.align}
      data-column={id}
      onDragOver={(event) => {
        if (moves && event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData(dragType);
        if (moved !== '') moves?.onMoveTo(moved, id);
      }}
    >
      <button
        type="button"
        className={classes.sort}
        data-sorted={sort !== undefined || undefined}
        aria-disabled={sortField === undefined || undefined}
        title={sortField === undefined ? `${title}. ${unsorted}` : undefined}
        draggable={moves !== undefined}
        onDragStart={(event) => event.dataTransfer.setData(dragType, id)}
        onClick={(event) => sortField !== undefined && onSort(sortField, event.shiftKey)}
        onKeyDown={onKey}
      >
        <span className={classes.headTitle}>{title}</span>
        {sort && <Arrow size={11} aria-hidden />}
        {sort && sorts.length > 1 && <span className={classes.place}>{place + 1}</span>}
      </button>
      {moves && (
        <span
          className={classes.edge}
          aria-hidden
          onPointerDown={size}
          // No text is selected on the way.
          onMouseDown={(event) => event.preventDefault()}
          onDoubleClick={() => moves.onSize(id, undefined)}
        />
      )}
    </div>
  );
}

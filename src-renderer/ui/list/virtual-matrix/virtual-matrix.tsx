// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, cells are its active descendants

import { Checkbox } from '@mantine/core';
import { t } from '@shared/language/t';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useMainTable } from '../main-table';
import { rowKeys } from '../row-keys';
import { useCursor } from '../use-cursor';
import { rowWindow, scrollTopToReveal } from '../virtual-table/row-window';
import { useMovedPress } from '../virtual-table/use-moved-press';
import type { Selection } from '../virtual-table/use-selection';
import { useViewport } from '../virtual-table/use-viewport';
import { cellId, type MatrixColumn, MatrixRow, trackWidth } from './matrix-row';
import { matrixTarget, withinMatrix } from './matrix-target';
import classes from './virtual-matrix.module.css';

interface VirtualMatrixProps<T> {
  readonly label: string;
  /** Over the names of the rows. */
  readonly corner: ReactNode;
  readonly columns: readonly MatrixColumn<T>[];
  /** Undefined while unknown. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly nameOf: (row: T) => string;
  /** Beside the name of a row. */
  readonly note: (row: T) => ReactNode;
  /** What is on screen, `to` exclusive. */
  readonly onShow: (from: number, to: number) => void;
  /** When it changes, the matrix starts at the top again. */
  readonly queryKey: string;
  readonly selection: Selection<T>;
  readonly open: { readonly id: string; readonly column: string } | null;
  readonly onOpen: (row: T, column: string) => void;
  readonly rowHeight: number;
  /** Instead of rows when there are none. */
  readonly empty: ReactNode;
}

const headHeight = 66;
/** Below this width, px, the names of rows take less of it. */
const narrow = 800;
const skeletonRows = 30;
const overscan = 2;

/** Rows and columns, any number of both: only the cells on screen are drawn. Arrows move, Enter opens a cell, Space selects its row. */
export function VirtualMatrix<T>(props: VirtualMatrixProps<T>) {
  const { columns, total, rowAt, idOf, selection, open, onOpen, onShow, queryKey, rowHeight } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useViewport(scroller);
  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const headWidth = width > 0 && width < narrow ? 200 : 260;
  const count = total ?? skeletonRows;
  const { active: activeRow, setActive: setRow, reset } = useCursor({ count, rowAt, idOf });
  const [activeColumn, setColumn] = useState(0);
  // Narrowed since, the matrix may not have that cell any more.
  const active = withinMatrix(
    { row: activeRow, column: activeColumn },
    { rows: count, columns: columns.length },
  );
  const viewport = {
    scrollTop: scroll.top,
    height: Math.max(0, height - headHeight),
    total: count,
    rowHeight,
  };
  const { first, end, bodyHeight, topOf } = rowWindow(viewport);
  const from = Math.max(0, Math.floor(scroll.left / trackWidth) - overscan);
  const to = Math.min(columns.length, Math.ceil((scroll.left + width - headWidth) / trackWidth) + overscan);
  const drawn = useMemo(() => columns.slice(from, Math.max(from, to)), [columns, from, to]);
  const wholeWidth = Math.max(width, headWidth + columns.length * trackWidth);

  useEffect(() => onShow(first, Math.max(end, first + 1)), [onShow, first, end]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is another list
  useLayoutEffect(() => {
    reset();
    scroller.current?.scrollTo({ top: 0 });
  }, [queryKey]);

  const setActive = ({ row, column }: { readonly row: number; readonly column: number }): void => {
    setRow(row);
    setColumn(column);
  };
  const moveTo = (next: { readonly row: number; readonly column: number }): void => {
    setActive(next);
    const element = scroller.current;
    if (element === null) return;
    const left = next.column * trackWidth;
    const room = width - headWidth - trackWidth;
    const across = left < scroll.left ? left : left > scroll.left + room ? left - room : scroll.left;
    element.scrollTo({ top: scrollTopToReveal(next.row, viewport), left: across });
    const row = rowAt(next.row);
    const column = columns[next.column];
    if (open !== null && row !== undefined && column !== undefined) onOpen(row, column.id);
  };
  /** False: the key means nothing here. */
  const press = (key: string): boolean => {
    const next = matrixTarget(key, active, { rows: count, columns: columns.length });
    if (next !== null) {
      moveTo(next);
      return true;
    }
    const row = rowAt(active.row);
    const column = columns[active.column];
    if (row === undefined || column === undefined) return false;
    if (key === 'Enter') onOpen(row, column.id);
    else if (key === ' ') selection.toggle(active.row, row);
    else if (key === 'Escape' && selection.rows.size > 0) selection.clear();
    else return false;
    return true;
  };
  useMainTable({ focus: (how) => scroller.current?.focus(how), press: ({ key }) => press(key) });
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // The rows are given the same two callbacks at every scroll event: they draw themselves anew for what they show alone.
  const latest = useRef({ columns, selection, onOpen });
  latest.current = { columns, selection, onOpen };
  const selectRow = useCallback((index: number, row: T | undefined, extend: boolean) => {
    const { selection: chosen } = latest.current;
    scroller.current?.focus({ preventScroll: true });
    if (extend) chosen.extendTo(index, row);
    else if (row !== undefined) chosen.toggle(index, row);
  }, []);
  const pressCell = useCallback(
    (index: number, row: T | undefined, column: number) => {
      setRow(index, row);
      setColumn(column);
      scroller.current?.focus({ preventScroll: true });
      const pressed = latest.current.columns[column];
      if (row !== undefined && pressed !== undefined) latest.current.onOpen(row, pressed.id);
    },
    [setRow],
  );
  const movedPress = useMovedPress({
    rowAt,
    // The first cell is the row's name: a press on it opens nothing.
    onPress: (index, row, _event, cell) => cell > 0 && pressCell(index, row, cell - 1),
    onToggle: selectRow,
  });
  const indexes = Array.from({ length: end - first }, (_, offset) => first + offset);
  const rows = indexes.map(rowAt);
  const keys = rowKeys(first, rows, idOf);
  const chosen = selection.rows.size;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={
        rows[active.row - first] !== undefined && active.column >= from && active.column < to
          ? cellId(id, active.row, active.column)
          : undefined
      }
      aria-busy={total === undefined}
      tabIndex={0}
      className={classes.scroller}
      onScroll={({ currentTarget }) =>
        setScroll({ top: currentTarget.scrollTop, left: currentTarget.scrollLeft })
      }
      onKeyDown={onKey}
    >
      <div
        role="row"
        aria-rowindex={1}
        className={classes.head}
        style={{ width: wholeWidth, height: headHeight }}
      >
        <div role="columnheader" aria-colindex={1} className={classes.corner} style={{ width: headWidth }}>
          <Checkbox
            aria-label={t('Select all rows')}
            tabIndex={-1}
            checked={chosen > 0 && chosen === total}
            indeterminate={chosen > 0 && chosen !== total}
            disabled={!total || selection.busy}
            onChange={() => {
              // Before it is greyed while rows are fetched, which would leave the keyboard nowhere.
              scroller.current?.focus({ preventScroll: true });
              if (chosen > 0 && chosen === total) selection.clear();
              else selection.chooseAll(total ?? 0);
            }}
          />
          {props.corner}
        </div>
        {drawn.map((column, place) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={from + place + 2}
            className={classes.column}
            style={{ left: headWidth + (from + place) * trackWidth, width: trackWidth }}
          >
            {column.head}
          </div>
        ))}
      </div>
      {total === 0 ? (
        <div role="row" className={classes.none} style={{ width }}>
          <div role="gridcell">{props.empty}</div>
        </div>
      ) : (
        <div
          role="rowgroup"
          className={classes.body}
          style={{ width: wholeWidth, height: bodyHeight }}
          {...movedPress}
        >
          {indexes.map((index, place) => {
            const row = rows[place];
            const rowId = row === undefined ? '' : idOf(row);
            return (
              <MatrixRow
                key={keys[place]}
                matrix={id}
                index={index}
                top={topOf(index)}
                height={rowHeight}
                row={row}
                name={row === undefined ? '' : props.nameOf(row)}
                note={props.note}
                headWidth={headWidth}
                columns={drawn}
                from={from}
                active={index === active.row ? active.column : -1}
                open={open?.id === rowId ? open.column : null}
                selected={selection.rows.has(rowId)}
                onSelect={selectRow}
                onPress={pressCell}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

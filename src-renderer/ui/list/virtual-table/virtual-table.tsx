// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot hold virtual rows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, rows are its active descendants
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mostPrinted, usePrinted } from '../../format/printing';
import type { MarkKind } from '../../marks/mark-kind';
import { rowKeys } from '../row-keys';
import { RowMenu } from '../row-menu/row-menu';
import { useCursor } from '../use-cursor';
import type { Column, Sorts } from './column';
import { arranged, type ColumnLayout, standardLayout } from './column-layout';
import { fitColumns, leastTotal } from './fit-columns';
import { PrintedTable } from './printed-table';
import type { RowActions } from './row-actions';
import { rowWindow, scrollTopToReveal } from './row-window';
import { type HeaderCheck, TableHeader } from './table-header';
import { TableRow } from './table-row';
import { useMovedPress } from './use-moved-press';
import { mostChosen, type Selection } from './use-selection';
import { useTableCommands } from './use-table-commands';
import { useViewport } from './use-viewport';
import classes from './virtual-table.module.css';

export interface VirtualTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  /** Undefined while unknown: skeleton rows. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  /** What a row is called: names the row and its checkbox. */
  readonly nameOf: (row: T) => string;
  readonly markOf?: (row: T) => MarkKind | null;
  /** What is on screen, `to` exclusive. */
  readonly onShow: (from: number, to: number) => void;
  /** The first so many rows, for paper; without it paper has those that were read. */
  readonly load?: (count: number) => Promise<readonly T[]>;
  readonly sorts: Sorts;
  readonly onSort: (sorts: Sorts) => void;
  /** How somebody wants the columns; without `onLayout` they stay as they are. */
  readonly layout?: ColumnLayout;
  readonly onLayout?: (layout: ColumnLayout) => void;
  readonly selection?: Selection<T>;
  /** Id of the row that the inspector shows, if any. */
  readonly openId: string | null;
  /** What can be done with a row, by keys and by its menu. */
  readonly actions: RowActions<T>;
  /** Instead of rows when there are none. */
  readonly empty: ReactNode;
  /** What is shown belongs to an older query. */
  readonly stale?: boolean;
  /** When it changes, the table starts at the top again. */
  readonly queryKey: string;
  readonly rowHeight?: 32 | 40;
}

const usualHeadHeight = 30;
const skeletonRows = 30;
/** From the left edge to a menu that a key opens. */
const menuIndent = 48;

/** A table of any number of rows: draws what is on screen, says what it shows, moves and chooses by keyboard. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { columns, total, rowAt, idOf, onShow, selection, openId, actions, queryKey, rowHeight = 32 } = props;
  const { layout = standardLayout } = props;
  const { open } = actions;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useViewport(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const [headHeight, setHeadHeight] = useState(usualHeadHeight);
  const count = total ?? skeletonRows;
  const { active, setActive, reset } = useCursor({ count, rowAt, idOf });
  const viewport = { scrollTop, height: Math.max(0, height - headHeight), total: count, rowHeight };
  const { first, end, bodyHeight, topOf } = rowWindow(viewport);
  const wanted = useMemo(() => arranged(columns, layout), [columns, layout]);
  const shownColumns = fitColumns(wanted, width, selection !== undefined);
  const minWidth = leastTotal(shownColumns, selection !== undefined);
  const tracks = [...(selection ? ['32px'] : []), ...shownColumns.map((column) => column.track)].join(' ');

  const printed = usePrinted(
    async () =>
      (await props.load?.(mostPrinted)) ?? indexesTo(total ?? 0).flatMap((index) => rowAt(index) ?? []),
  );
  useEffect(() => onShow(first, Math.max(end, first + 1)), [onShow, first, end]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed query starts at the top
  useLayoutEffect(() => {
    reset();
    setScrollTop(0);
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [queryKey]);

  const moveTo = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index));
    setActive(target);
    if (scroller.current) scroller.current.scrollTop = scrollTopToReveal(target, viewport);
    const row = rowAt(target);
    if (openId !== null && row !== undefined) open(row);
  };

  const toggle = useCallback(
    (index: number, row: T | undefined, extend: boolean) => {
      setActive(index, row);
      // The keys that follow are the table's: a checkbox has none of its own.
      scroller.current?.focus({ preventScroll: true });
      if (extend) selection?.extendTo(index, row);
      else if (row !== undefined) selection?.toggle(index, row);
    },
    [setActive, selection],
  );
  const press = useCallback(
    (
      index: number,
      row: T | undefined,
      event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
    ) => {
      setActive(index, row);
      scroller.current?.focus({ preventScroll: true });
      if (selection && (event.shiftKey || event.ctrlKey || event.metaKey)) toggle(index, row, event.shiftKey);
      else if (row !== undefined) open(row);
    },
    [setActive, open, selection, toggle],
  );

  const focus = (): void => scroller.current?.focus({ preventScroll: true });
  const rowId = (index: number): string => `${id}-${index}`;
  const { onKey, menu, openMenu, closeMenu } = useTableCommands({
    scroller,
    columns: wanted,
    count,
    active,
    rowAt,
    idOf,
    nameOf: props.nameOf,
    actions,
    selection,
    moveTo,
    placeOf: (index) => {
      const box = scroller.current?.getBoundingClientRect();
      const below = headHeight + topOf(index) - scrollTop + rowHeight;
      return { x: (box?.left ?? 0) + menuIndent, y: (box?.top ?? 0) + below };
    },
  });
  const menuOf = useRef(openMenu);
  menuOf.current = openMenu;
  const showMenu = useCallback(
    (index: number, row: T | undefined, event: MouseEvent) => {
      event.preventDefault();
      setActive(index, row);
      menuOf.current(index, row, { x: event.clientX, y: event.clientY });
    },
    [setActive],
  );
  const indexes = Array.from({ length: end - first }, (_, offset) => first + offset);
  const shownRows = indexes.map((index) => (total === undefined ? undefined : rowAt(index)));
  const keys = rowKeys(first, shownRows, idOf);
  const movedPress = useMovedPress({ rowAt, onPress: press, onToggle: toggle });
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={total === undefined ? -1 : total + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={shownRows[active - first] === undefined ? undefined : rowId(active)}
        aria-busy={total === undefined || props.stale}
        tabIndex={0}
        className={classes.scroller}
        data-not-paper={printed === null ? undefined : true}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        onKeyDown={onKey}
        // The key for it has opened the row's menu already.
        onContextMenu={(event) => event.preventDefault()}
      >
        <TableHeader
          columns={shownColumns}
          all={columns}
          tracks={tracks}
          minWidth={minWidth}
          sorts={props.sorts}
          onSort={props.onSort}
          onHeight={setHeadHeight}
          check={selection && headerCheck({ selection, total, inSight: shownRows, idOf, focus })}
          layout={layout}
          onLayout={props.onLayout}
        />
        {total === 0 && (
          <div role="rowgroup" className={classes.none}>
            <div role="row">
              <div role="gridcell">{props.empty}</div>
            </div>
          </div>
        )}
        {total !== 0 && (
          <div
            role="rowgroup"
            className={classes.body}
            data-stale={props.stale || undefined}
            style={{ height: bodyHeight, minWidth }}
            {...movedPress}
          >
            {indexes.map((index, place) => {
              const row = shownRows[place];
              return (
                <TableRow
                  key={keys[place]}
                  id={rowId(index)}
                  index={index}
                  top={topOf(index)}
                  height={rowHeight}
                  tracks={tracks}
                  columns={shownColumns}
                  row={row}
                  name={row === undefined ? '' : props.nameOf(row)}
                  mark={row === undefined ? null : (props.markOf?.(row) ?? null)}
                  active={index === active}
                  open={row !== undefined && idOf(row) === openId}
                  selected={selection ? row !== undefined && selection.rows.has(idOf(row)) : undefined}
                  onPress={press}
                  onMenu={showMenu}
                  onToggle={toggle}
                />
              );
            })}
          </div>
        )}
      </div>
      {printed !== null && (
        <PrintedTable label={props.label} columns={wanted} rows={printed} total={total ?? 0} idOf={idOf} />
      )}
      <RowMenu at={menu} onClose={closeMenu} />
    </>
  );
}

/** The rows that paper has at most, by their places. */
const indexesTo = (total: number): readonly number[] =>
  Array.from({ length: Math.min(total, mostPrinted) }, (_, index) => index);

interface HeaderCheckOf<T> {
  readonly selection: Selection<T>;
  readonly total: number | undefined;
  readonly inSight: readonly (T | undefined)[];
  readonly idOf: (row: T) => string;
  /** Gives the keyboard to the table. */
  readonly focus: () => void;
}

/** What the checkbox over the rows shows: `all` only where the rows in sight are chosen too, not just as many others. */
function headerCheck<T>({ selection, total, inSight, idOf, focus }: HeaderCheckOf<T>): HeaderCheck {
  const { rows, busy, chooseAll, clear } = selection;
  const whole = total ?? 0;
  const all =
    whole > 0 &&
    rows.size >= Math.min(whole, mostChosen) &&
    inSight.every((row) => row === undefined || rows.has(idOf(row)));
  return {
    state: all ? 'all' : rows.size > 0 ? 'some' : 'none',
    busy: busy || whole === 0,
    onToggle: () => {
      // Before it is greyed while rows are fetched, which would leave the keyboard nowhere.
      focus();
      if (all) clear();
      else chooseAll(whole);
    },
  };
}

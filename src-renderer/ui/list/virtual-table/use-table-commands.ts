import { type CommandId, commandOf, type RowCommandId } from '@shared/contract/commands';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { type KeyPress, keyName } from '../../format/key-name';
import { useMainTable } from '../main-table';
import type { RowMenuAt } from '../row-menu/row-menu';
import { isTyping } from '../virtual-list/list-keys';
import type { Column } from './column';
import { type RowActions, type RowRuns, rowRuns, rowsText } from './row-actions';
import type { Selection } from './use-selection';

/** Rows that Page Up and Page Down move by. */
const pageRows = 15;
const far = Number.MAX_SAFE_INTEGER / 2;

const moves: Readonly<Partial<Record<CommandId, number>>> = {
  'row-next': 1,
  'row-previous': -1,
  'row-page-down': pageRows,
  'row-page-up': -pageRows,
  'row-first': -far,
  'row-last': far,
};

/** The row that a key leads to among `count`, one below the other; null when it leads nowhere. */
function tableTarget(key: string, active: number, count: number): number | null {
  const by = moves[commandOf('table', key) ?? 'row-menu'];
  return by === undefined ? null : Math.max(0, Math.min(count - 1, active + by));
}

interface TableState<T> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: readonly Column<T>[];
  readonly count: number;
  readonly active: number;
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly nameOf: (row: T) => string;
  readonly actions: RowActions<T>;
  readonly selection: Selection<T> | undefined;
  readonly moveTo: (index: number) => void;
  /** Where a key leads, where rows do not stand one below the other; null: nowhere. */
  readonly leadsTo?: (key: string) => number | null;
  /** Where a row stands in the window, for a menu that no pointer opened. */
  readonly placeOf: (index: number) => { readonly x: number; readonly y: number };
}

export interface TableCommands<T> {
  readonly onKey: (event: KeyboardEvent) => void;
  /** The menu that is open; `openMenu` opens it for a row, at the pointer or at the row. */
  readonly menu: RowMenuAt | null;
  readonly openMenu: (
    index: number,
    row: T | undefined,
    at?: { readonly x: number; readonly y: number },
  ) => void;
  readonly closeMenu: () => void;
}

/** Commands at the rows of a table, or the cards of a grid: by keys, and by the menu of one. */
export function useTableCommands<T>(table: TableState<T>): TableCommands<T> {
  const { scroller, count, active, rowAt, idOf, nameOf, selection, moveTo } = table;
  const [menu, setMenu] = useState<RowMenuAt | null>(null);
  const focus = (): void => scroller.current?.focus({ preventScroll: true });

  const runsFor = (index: number, rows: readonly T[]): RowRuns =>
    rowRuns({ ...table, ...(selection && { select: (row: T) => selection.toggle(index, row) }) }, rows);
  /** The selected rows where the row is one of them, or where none in particular is meant; else the row. */
  const meant = (row: T | undefined, any: boolean): readonly T[] => {
    const chosen = [...(selection?.rows.values() ?? [])];
    if (chosen.length > 0 && (any || (row !== undefined && selection?.rows.has(idOf(row))))) return chosen;
    return row === undefined ? [] : [row];
  };

  const openMenu: TableCommands<T>['openMenu'] = (index, row, at) => {
    if (row === undefined) return;
    const rows = meant(row, false);
    const name = rows.length > 1 ? rowsText(rows.length) : nameOf(row);
    const selected = selection?.rows.has(idOf(row)) ?? false;
    setMenu({ ...(at ?? table.placeOf(index)), name, runs: runsFor(index, rows), selected });
  };

  /** False: the command means nothing here. */
  const carryOut = (command: CommandId): boolean => {
    if (command === 'rows-clear') {
      if (!selection?.rows.size) return false;
      selection.clear();
    } else if (command === 'row-menu') openMenu(active, rowAt(active));
    else {
      const row = rowAt(active);
      const rows = command.startsWith('copy-') ? meant(row, true) : row === undefined ? [] : [row];
      if (rows.length > 0) runsFor(active, rows)[command as RowCommandId]?.();
    }
    return true;
  };

  const { leadsTo = (key) => tableTarget(key, active, count) } = table;
  const press = (pressed: KeyPress): boolean => {
    const key = keyName(pressed);
    const command = commandOf('table', key);
    const target = leadsTo(key);
    if (target === null) return command !== undefined && carryOut(command);
    moveTo(target);
    if (pressed.shiftKey) selection?.extendTo(target, rowAt(target));
    return true;
  };
  useMainTable({ focus: (how) => scroller.current?.focus(how), press });

  const onKey = (event: KeyboardEvent): void => {
    const onTable = event.target === scroller.current;
    const key = keyName(event);
    const command = commandOf('table', key);
    if (command === undefined && leadsTo(key) === null) return;
    // A control within a row has these for itself.
    const own = command === 'row-open' || command === 'row-select';
    if (!onTable && (isTyping(event.target) || own)) return;
    if (command?.startsWith('copy-') && window.getSelection()?.toString()) return;
    if (!onTable) focus();
    if (!press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const closeMenu = (): void => {
    setMenu(null);
    focus();
  };
  return { onKey, menu, openMenu, closeMenu };
}

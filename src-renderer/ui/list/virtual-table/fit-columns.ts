import type { Column } from './column';

/** Paddings of a row and the column of checkboxes, px. */
const paddings = 24;
const checks = 32;

/** The least width of a grid track: `minmax(160px, 2fr)` and `160px` give 160. */
export function leastWidth(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? 0);
}

/** The room that columns need at the least, px. */
export function leastTotal<T>(columns: readonly Column<T>[], selectable: boolean): number {
  const tracks = columns.reduce((sum, { track }) => sum + leastWidth(track), 0);
  return tracks + paddings + (selectable ? checks : 0);
}

/** The columns that fit into a width: those that may leave go one by one, in their order. A width of 0 is not known yet. */
export function fitColumns<T>(
  columns: readonly Column<T>[],
  width: number,
  selectable: boolean,
): readonly Column<T>[] {
  if (width === 0) return columns;
  const leaving = columns
    .filter(({ leaves }) => leaves !== undefined)
    .sort((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0));
  let shown = columns;
  for (const next of leaving) {
    if (leastTotal(shown, selectable) <= width) break;
    shown = shown.filter((column) => column !== next);
  }
  return shown;
}

import type { Column } from './column';

/** How somebody wants the columns of a table, where not as they come: by column id. */
export interface ColumnLayout {
  /** Columns from left to right; those that are not named stand behind the one they come after by themselves. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** px. */
  readonly widths: Readonly<Record<string, number>>;
}

export const standardLayout: ColumnLayout = { order: [], hidden: [], widths: {} };

/** px. */
const leastWidth = 56;
const mostWidth = 720;

type Columns<T> = readonly Column<T>[];

/** All columns in the wanted order, hidden ones too. */
export function inOrder<T>(columns: Columns<T>, { order }: ColumnLayout): Columns<T> {
  const placed = order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  columns.forEach((column, index) => {
    if (placed.includes(column)) return;
    const before = columns[index - 1];
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, column);
  });
  return placed;
}

/** The first column says what a row is: it stays. */
export function canHide<T>(columns: Columns<T>, id: string): boolean {
  return columns[0]?.id !== id;
}

/** The columns to draw, sized as wanted. */
export function arranged<T>(columns: Columns<T>, layout: ColumnLayout): Columns<T> {
  return inOrder(columns, layout)
    .filter(({ id }) => !layout.hidden.includes(id) || !canHide(columns, id))
    .map((column) => {
      const width = layout.widths[column.id];
      return width === undefined ? column : { ...column, track: `${width}px` };
    });
}

/** With a column as wide as can be; undefined for its own width. */
export function sized(layout: ColumnLayout, id: string, width: number | undefined): ColumnLayout {
  const { [id]: _, ...widths } = layout.widths;
  if (width === undefined) return { ...layout, widths };
  const within = Math.round(Math.min(mostWidth, Math.max(leastWidth, width)));
  return { ...layout, widths: { ...widths, [id]: within } };
}

export function shownOrHidden(layout: ColumnLayout, id: string, shown: boolean): ColumnLayout {
  const others = layout.hidden.filter((hidden) => hidden !== id);
  return { ...layout, hidden: shown ? others : [...others, id] };
}

/** With a column at the place of another one, which makes room for it. */
export function movedTo<T>(
  columns: Columns<T>,
  layout: ColumnLayout,
  id: string,
  place: string,
): ColumnLayout {
  const ids = inOrder(columns, layout).map((column) => column.id);
  const to = ids.indexOf(place);
  if (to < 0 || !ids.includes(id)) return layout;
  const others = ids.filter((each) => each !== id);
  return { ...layout, order: [...others.slice(0, to), id, ...others.slice(to)] };
}

/** With a column one place further to the left (-1) or right (1) among those that are shown. */
export function movedBy<T>(columns: Columns<T>, layout: ColumnLayout, id: string, by: -1 | 1): ColumnLayout {
  const shown = arranged(columns, layout).map((column) => column.id);
  const neighbour = shown[shown.indexOf(id) + by];
  return neighbour === undefined ? layout : movedTo(columns, layout, id, neighbour);
}

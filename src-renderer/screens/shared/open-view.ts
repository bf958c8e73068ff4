import { arrangeColumns } from '@renderer/state/column-layouts';
import { go } from '@renderer/state/use-route';
import type { SavedView } from '@shared/contract/desk';
import { ScreenName } from '@shared/contract/screens';

/** Shows a table as a view keeps it, from wherever one is: filters, order and grouping are its address, columns stand beside. */
export function openView({
  screen,
  params,
  columns,
  table,
}: Pick<SavedView, 'screen' | 'params' | 'columns' | 'table'>): void {
  const to = ScreenName.safeParse(screen);
  if (!to.success) return;
  if (columns !== undefined && table !== undefined) arrangeColumns(table, columns);
  go(to.data, { params });
}

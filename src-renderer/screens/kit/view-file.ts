import { formatSorts } from '@renderer/screens/shared/sort-param';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { arranged, standardLayout } from '@renderer/ui/list/virtual-table/column-layout';
import type { SavedColumns } from '@shared/contract/desk';
import { failure, type Result, success } from '@shared/contract/failure';
import type { PageRequest } from '@shared/contract/page';
import type { ScreenName } from '@shared/contract/screens';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { filterText } from '@shared/domain/filter/filter-text';
import { isMetadataPath } from '@shared/domain/views/metadata-paths';
import { type TableView, viewFormat } from '@shared/domain/views/table-view';
import { t } from '@shared/language/t';
import type { Params, RecordFilter } from './record-filter';

/** A table, as far as its views go. */
export interface ViewedTable {
  readonly screen: ScreenName;
  readonly entity: EntityName;
  readonly filters: readonly RecordFilter[];
  /** Those that it comes with. */
  readonly columns: readonly Column<never>[];
  /** The query that parameters ask for. */
  readonly queryOf: (params: Params) => Omit<PageRequest, 'entity'>;
}

/** What a view of a table says to the window. */
export interface OpenedView {
  readonly params: Params;
  readonly columns: SavedColumns;
}

const keyOf = ({ id, sortField }: Column<never>): string => sortField ?? id;

/** A view as a file holds it: what its menus choose stands among its conditions. */
export function viewToFile(table: ViewedTable, name: string, { params, columns }: OpenedView): TableView {
  const { where = [], text = '', sort, thenBy = [] } = table.queryOf(params);
  const { layout = standardLayout, own } = columns;
  const known = [...table.columns, ...own.map(ownColumn)];
  return {
    format: viewFormat,
    name,
    screen: table.screen,
    entity: table.entity,
    where: filterText(table.entity, where),
    text,
    sort: params.sort === undefined || sort === undefined ? [] : [sort, ...thenBy],
    columns: arranged(known, layout).map(keyOf),
    groupBy: params.group ?? '',
  };
}

/** The view of a file as the window opens it, or why this table cannot show it. */
export function viewFromFile(table: ViewedTable, view: TableView): Result<OpenedView> {
  if (view.screen !== table.screen || view.entity !== table.entity)
    return failure(
      'invalid-input',
      t('“{name}” is a view of {many} ({screen}).', {
        name: view.name,
        many: entityWords[view.entity].many,
        screen: view.screen,
      }),
      t('Open that screen, and choose the file there.'),
    );
  const params = {
    where: view.where,
    text: view.text,
    sort: formatSorts(view.sort),
    group: view.groupBy,
  };
  const own = view.columns.filter((path) => isMetadataPath(table.entity, path));
  const known = [...table.columns, ...own.map(ownColumn)];
  const order = view.columns.flatMap((key) => known.find((column) => keyOf(column) === key)?.id ?? []);
  const hidden = known.flatMap(({ id }) => (order.includes(id) ? [] : [id]));
  return success({
    params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== '')),
    columns: { own, layout: order.length === 0 ? undefined : { order, hidden, widths: {} } },
  });
}

const ownColumn = (path: string): Column<never> => ({ id: path, title: path, track: '', text: () => '' });

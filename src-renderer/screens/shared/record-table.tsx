import { loadRows } from '@renderer/bridge/load-rows';
import type { Row, RowsState } from '@renderer/bridge/use-rows';
import { tableName, useColumnLayouts } from '@renderer/state/column-layouts';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import type { Column, Sort } from '@renderer/ui/list/virtual-table/column';
import type { Selection } from '@renderer/ui/list/virtual-table/use-selection';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import type { PageRequest } from '@shared/contract/page';
import type { ScreenName } from '@shared/contract/screens';
import type { EntityName } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { useCallback } from 'react';
import { FailedTable } from './failed-table';
import { useKnownExtras } from './known-extras';
import { recordActions } from './record-actions';
import { rowMark } from './row-mark';
import { formatSorts, parseSorts } from './sort-param';
import { TableEmpty, type WhenEmpty } from './table-empty';

interface RecordTableProps<E extends EntityName> {
  readonly screen: ScreenName;
  readonly entity: E;
  readonly label: string;
  readonly columns: readonly Column<Row<E>>[];
  readonly rows: RowsState<E>;
  /** The query of the rows: when it changes, the table starts at the top. */
  readonly query: Omit<PageRequest, 'entity'>;
  readonly nameOf: (row: Row<E>) => string;
  readonly defaultSort: Sort;
  readonly selection?: Selection<Row<E>>;
  /** Where a key pressed on a row edits it. */
  readonly edit?: (id: string) => void;
  /** Set when the table is a part of a page, so that the route's id is not its open row. */
  readonly within?: {
    readonly openId: string | null;
    readonly onOpen: (id: string) => void;
  };
  readonly onClearFilters: () => void;
  readonly empty: WhenEmpty;
}

/** The table of a screen of records: what it sorts, opens and filters by is in the route. */
export function RecordTable<E extends EntityName>(props: RecordTableProps<E>) {
  const { screen, entity, label, rows, edit, empty, within } = props;
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const table = tableName(screen, entity);
  const layout = useColumnLayouts(({ layouts }) => layouts[table]);
  const setLayout = useColumnLayouts((store) => store.setLayout);
  const { rowAt } = rows;
  const known = useKnownExtras();
  const knownRowAt = useCallback(
    (index: number) => {
      const row = rowAt(index);
      const extras = row && known(row.extras);
      return row && extras && extras !== row.extras ? { ...row, extras } : row;
    },
    [rowAt, known],
  );
  const idOf = useCallback(({ record }: Row<E>): string => record.id, []);
  const openRow = within?.onOpen ?? select;
  const actions = recordActions({ screen, entity, open: openRow, edit });
  if (rows.failure)
    return <FailedTable title={t('{label} cannot be listed', { label })} failure={rows.failure} />;
  return (
    <VirtualTable
      label={label}
      columns={props.columns}
      total={rows.total}
      rowAt={knownRowAt}
      idOf={idOf}
      nameOf={props.nameOf}
      markOf={({ record }) => rowMark(record)?.kind ?? null}
      onShow={rows.show}
      load={(count) => loadRows(entity, props.query, 0, count)}
      sorts={parseSorts(params.sort, props.defaultSort)}
      onSort={(sorts) => setParams({ sort: formatSorts(sorts) })}
      layout={layout}
      onLayout={(next) => setLayout(table, next)}
      selection={props.selection}
      openId={within ? within.openId : id}
      actions={actions}
      stale={rows.stale}
      queryKey={JSON.stringify(props.query)}
      rowHeight={rowHeights[density]}
      empty={<TableEmpty entity={entity} empty={empty} onClearFilters={props.onClearFilters} />}
    />
  );
}

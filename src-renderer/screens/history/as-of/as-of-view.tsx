import { Button } from '@mantine/core';
import { ColumnsMenu } from '@renderer/screens/kit/columns-menu';
import { ExportButton } from '@renderer/screens/kit/export-button';
import { ExportDialog } from '@renderer/screens/kit/export-dialog';
import { useOwnPaths } from '@renderer/screens/kit/own-columns';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { SearchParam } from '@renderer/screens/shared/param-filters';
import { barOf, SelectionBar } from '@renderer/screens/shared/selection-bar';
import { formatSorts, parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { useQuery } from '@renderer/screens/shared/use-query';
import { tableName, useColumnLayouts } from '@renderer/state/column-layouts';
import { copyText } from '@renderer/state/copy-text';
import { useEntities } from '@renderer/state/use-entities';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { countOf } from '@renderer/ui/format/count-of';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { type RowActions, rowsAsText } from '@renderer/ui/list/virtual-table/row-actions';
import { useSelection } from '@renderer/ui/list/virtual-table/use-selection';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { entityWords, modelOf } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { MomentField } from '../compare/moment-field';
import { MomentPresets } from '../compare/moment-presets';
import { defaultMoment, presets } from '../compare/moments';
import { entityOptions } from '../history-filters';
import { pastColumns, pastEntities, pastName } from './past-columns';
import { usePastRows } from './use-past-rows';

interface AsOfViewProps {
  readonly params: Readonly<Record<string, string>>;
  readonly range: { readonly from: number; readonly to: number };
}

const idOf = ({ id }: StoredRecord): string => id;
/** Of the past nothing can be changed: what happened to a row is all that can be opened. */
const actions: RowActions<StoredRecord> = {
  open: ({ id }) => setParams({ view: '', record: id, entity: '', text: '' }),
  copy: copyText,
};

/** A table as the service held it at a moment: nothing in it can be edited, Enter shows what happened to a row. */
export function AsOfView({ params, range }: AsOfViewProps) {
  const density = usePreferences((preferences) => preferences.density);
  const entities = useEntities();
  const here = pastEntities.filter((name) => entities.includes(name));
  const entity = here.find((name) => name === params.entity) ?? here[0] ?? 'settings';
  const tables = entityOptions(entities).filter(({ value }) => here.some((name) => name === value));
  const at = Number(params.at) || defaultMoment(range.from, range.to);
  const { sort: usual } = modelOf(entity);
  const sorts = parseSorts(params.sort, usual);
  const name = tableName('history', entity);
  const own = useOwnPaths(name);
  const layout = useColumnLayouts(({ layouts }) => layouts[name]);
  const setLayout = useColumnLayouts((store) => store.setLayout);
  const [exporting, setExporting] = useState(false);
  const table = useMemo(
    () => ({ columns: pastColumns(entity, own), nameOf: pastName(entity) }),
    [entity, own],
  );
  const query = useQuery({
    ...(params.org && { scope: params.org }),
    where: [],
    text: params.text ?? '',
    ...sortQuery(sorts),
  });
  const rows = usePastRows(entity, query, at);
  const selection = useSelection({ idOf, load: rows.load });
  const words = entityWords[entity];
  return (
    <>
      <Toolbar
        label={t('The moment to show')}
        end={
          <>
            <span role="status">
              {rows.total !== undefined && t('{rows} then', { rows: countOf(rows.total, words) })}
            </span>
            <ColumnsMenu table={name} entity={entity} columns={table.columns} />
            <ExportButton total={rows.total} onClick={() => setExporting(true)} />
          </>
        }
      >
        <FilterMenu
          label={t('Table')}
          value={entity}
          options={tables}
          onChange={(next) => setParams({ entity: next, sort: '', text: '' })}
        />
        <SearchParam label={t('Filter the past')} params={params} />
        <MomentField
          label={t('As of')}
          at={at}
          range={range}
          onChange={(moment) => setParams({ at: String(moment) })}
        />
        <MomentPresets
          presets={presets(range.from, range.to)}
          at={at}
          words={asOfWords}
          onChoose={(moment) => setParams({ at: String(moment) })}
        />
      </Toolbar>
      {selection.rows.size > 0 && (
        <SelectionBar {...barOf(selection, rows.total)}>
          <Button
            onClick={() =>
              copyText(
                rowsAsText(table.columns, [...selection.rows.values()]),
                t('{count, plural, one {# row} other {# rows}}', { count: selection.rows.size }),
              )
            }
          >
            {t('Copy as a table')}
          </Button>
        </SelectionBar>
      )}
      {exporting && (
        <ExportDialog
          query={{ ...query, entity }}
          total={rows.total ?? 0}
          selected={[...selection.rows.keys()]}
          own={own}
          asOf={at}
          onClose={() => setExporting(false)}
        />
      )}
      {rows.failure ? (
        <FailedTable title={t('That moment cannot be shown')} failure={rows.failure} />
      ) : (
        <VirtualTable
          label={t('{many} as they were', { many: words.many })}
          columns={table.columns}
          total={rows.total}
          rowAt={rows.rowAt}
          idOf={idOf}
          nameOf={table.nameOf}
          onShow={rows.show}
          sorts={sorts}
          onSort={(next) => setParams({ sort: formatSorts(next) })}
          load={(count) => rows.load(0, count)}
          layout={layout}
          onLayout={(next) => setLayout(name, next)}
          selection={selection}
          openId={null}
          actions={actions}
          queryKey={`${entity} ${at} ${JSON.stringify(query)}`}
          rowHeight={rowHeights[density]}
          empty={
            <EmptyState
              icon={History}
              title={t('No {many} then', { many: words.many })}
              text={t('None existed at that moment, or none fits the text.')}
            />
          }
        />
      )}
    </>
  );
}

const asOfWords: Readonly<Record<string, string>> = {
  today: t('Midnight'),
  yesterday: t('Yesterday'),
  monday: t('Monday'),
  month: t('30 days ago'),
  first: t('The first copy'),
};

import { equals } from '@renderer/screens/kit/record-filter';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { SearchParam } from '@renderer/screens/shared/param-filters';
import { formatSorts, parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { useQuery } from '@renderer/screens/shared/use-query';
import { copyText } from '@renderer/state/copy-text';
import { useEntities } from '@renderer/state/use-entities';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { formatCount } from '@renderer/ui/format/format-count';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import type { RowActions } from '@renderer/ui/list/virtual-table/row-actions';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { entityWords, modelOf } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { scopedBy } from '@shared/domain/scoped-by';
import { History } from 'lucide-react';
import { useMemo } from 'react';
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
  // Who was in it then is told by what places them there: those rows are not narrowed.
  const by = scopedBy(entity);
  const scope = by === null || by.through !== undefined ? [] : equals(by.field, params.org);
  const table = useMemo(() => ({ columns: pastColumns(entity), nameOf: pastName(entity) }), [entity]);
  const query = useQuery({ where: [...scope], text: params.text ?? '', ...sortQuery(sorts) });
  const rows = usePastRows(entity, query, at);
  const words = entityWords[entity];
  return (
    <>
      <Toolbar
        label="The moment to show"
        end={
          <span role="status">
            {rows.total !== undefined &&
              `${formatCount(rows.total)} ${rows.total === 1 ? words.one : words.many} then`}
          </span>
        }
      >
        <FilterMenu
          label="Table"
          value={entity}
          options={tables}
          onChange={(next) => setParams({ entity: next, sort: '', text: '' })}
        />
        <SearchParam label="Filter the past" params={params} width={180} />
        <MomentField
          label="As of"
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
      {rows.failure ? (
        <FailedTable title="That moment cannot be shown" failure={rows.failure} />
      ) : (
        <VirtualTable
          label={`${words.many} as they were`}
          columns={table.columns}
          total={rows.total}
          rowAt={rows.rowAt}
          idOf={idOf}
          nameOf={table.nameOf}
          onShow={rows.show}
          sorts={sorts}
          onSort={(next) => setParams({ sort: formatSorts(next) })}
          openId={null}
          actions={actions}
          queryKey={`${entity} ${at} ${JSON.stringify(query)}`}
          rowHeight={rowHeights[density]}
          empty={
            <EmptyState
              icon={History}
              title={`No ${words.many} then`}
              text="None existed at that moment, or none fits the text."
            />
          }
        />
      )}
    </>
  );
}

const asOfWords: Readonly<Record<string, string>> = {
  today: 'Midnight',
  yesterday: 'Yesterday',
  monday: 'Monday',
  month: '30 days ago',
  first: 'The first copy',
};

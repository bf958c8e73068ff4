import { OrganizationInspector } from '@renderer/screens/organizations/organization-inspector';
import { editInInspector } from '@renderer/screens/shared/edit-in-inspector';
import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { recordActions } from '@renderer/screens/shared/record-actions';
import { formatSorts, parseSorts } from '@renderer/screens/shared/sort-param';
import { TableEmpty } from '@renderer/screens/shared/table-empty';
import { figuresLimit, useOrganizationFigures } from '@renderer/screens/shared/use-organization-figures';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { SearchField } from '@renderer/ui/controls/search-field';
import { formatCount } from '@renderer/ui/format/format-count';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { Gauge } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { limitColumns } from './limit-columns';
import { defaultSort, levelOptions, limitRows } from './limit-rows';
import { LimitsSummary } from './limits-summary';
import { useStandingRows } from './use-standing-rows';

const idOf = ({ id }: OrganizationFigures): string => id;
const nameOf = ({ name }: OrganizationFigures): string => name;
const actions = recordActions<OrganizationFigures>({
  idOf,
  open: ({ id }) => select(id),
  page: ({ id }) => go('organization', { id, params: {} }),
  edit: ({ id }) => editInInspector(id),
  staged: ({ limit, serverLimit }) => limit !== serverLimit,
});
const nothing = (): void => undefined;

/** Seat use of every organization, fullest first; the limit is edited in the row. */
export function LimitsScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const { figures, complete } = useOrganizationFigures();
  const sorted = useMemo(() => figures && limitRows(figures, params), [figures, params]);
  const rows = useStandingRows(sorted, figures, JSON.stringify(params));
  const rowAt = useCallback((index: number) => rows?.[index], [rows]);
  return (
    <ScreenLayout
      inspector={id !== null && <OrganizationInspector key={id} id={id} onClose={() => select(null)} />}
    >
      <LimitsSummary figures={figures} />
      <Toolbar
        label="Filters of limits"
        end={
          <span role="status">
            {rows && `${formatCount(rows.length)} organizations`}
            {!complete && ` of the first ${formatCount(figuresLimit)}`}
          </span>
        }
      >
        <SearchField
          label="Filter limits"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
        />
        <FilterMenu
          label="Level"
          value={params.level ?? ''}
          options={levelOptions}
          onChange={(level) => setParams({ level })}
        />
      </Toolbar>
      <VirtualTable
        label="Seat limits"
        columns={limitColumns}
        total={rows?.length}
        rowAt={rowAt}
        idOf={idOf}
        nameOf={nameOf}
        markOf={({ limit, serverLimit }) => (limit === serverLimit ? null : 'staged')}
        onShow={nothing}
        sorts={parseSorts(params.sort, defaultSort)}
        onSort={(next) => setParams({ sort: formatSorts(next) })}
        openId={id}
        actions={actions}
        queryKey={JSON.stringify(params)}
        rowHeight={rowHeights[density]}
        empty={
          <TableEmpty
            entity="organization"
            icon={Gauge}
            many="organizations"
            teach="Organizations with their seat limits appear here."
            filtered={Boolean(params.level ?? params.text)}
            onClearFilters={() => go('limits', { params: {} })}
          />
        }
      />
    </ScreenLayout>
  );
}

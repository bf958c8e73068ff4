import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { editInInspector } from '@renderer/screens/shared/edit-in-inspector';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { rowMark } from '@renderer/screens/shared/row-mark';
import { formatSort, parseSort } from '@renderer/screens/shared/sort-param';
import { TableEmpty } from '@renderer/screens/shared/table-empty';
import { useQuery } from '@renderer/screens/shared/use-query';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import { VirtualTable } from '@renderer/ui/virtual-table/virtual-table';
import { Building2 } from 'lucide-react';
import { useCallback } from 'react';
import { organizationColumns } from './organization-columns';
import { OrganizationInspector } from './organization-inspector';
import { defaultSort, organizationsQuery } from './organizations-query';
import { OrganizationsToolbar } from './organizations-toolbar';
import { useSeatLevelIds } from './use-seat-level-ids';

const idOf = ({ record }: Row<'organization'>): string => record.id;
const nameOf = ({ record }: Row<'organization'>): string => record.name;

/** Every organization: filtered, sorted, opened in the inspector. */
export function OrganizationsScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const query = useQuery(organizationsQuery(params, useSeatLevelIds(params.seats)));
  const rows = useRows('organization', query);
  const load = useCallback((from: number, to: number) => loadRows('organization', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
  const open = useCallback(({ record }: Row<'organization'>) => select(record.id), []);
  return (
    <ScreenLayout
      inspector={id !== null && <OrganizationInspector key={id} id={id} onClose={() => select(null)} />}
    >
      <OrganizationsToolbar
        params={params}
        total={rows.total}
        isLowerBound={rows.totalIsLowerBound}
        selection={selection}
      />
      {rows.failure ? (
        <FailedTable title="Organizations cannot be listed" failure={rows.failure} />
      ) : (
        <VirtualTable
          label="Organizations"
          columns={organizationColumns}
          total={rows.total}
          rowAt={rows.rowAt}
          idOf={idOf}
          nameOf={nameOf}
          markOf={({ record }) => rowMark(record)?.kind ?? null}
          onShow={rows.show}
          sort={parseSort(params.sort, defaultSort)}
          onSort={(sort) => setParams({ sort: formatSort(sort) })}
          selection={selection}
          openId={id}
          onOpen={open}
          onRowKey={(_, { record }) => editInInspector(record.id)}
          stale={rows.stale}
          queryKey={JSON.stringify(query)}
          rowHeight={rowHeights[density]}
          empty={
            <TableEmpty
              icon={Building2}
              many="organizations"
              teach="Organizations of the instance appear here. The first one can be staged here, offline too."
              filtered={Boolean(params.state ?? params.seats ?? params.text)}
              onClearFilters={() => go('organizations', { params: {} })}
            />
          }
        />
      )}
    </ScreenLayout>
  );
}

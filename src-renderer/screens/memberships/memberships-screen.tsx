import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { editInInspector } from '@renderer/screens/shared/edit-in-inspector';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { rowMark } from '@renderer/screens/shared/row-mark';
import { formatSort, parseSort } from '@renderer/screens/shared/sort-param';
import { TableEmpty } from '@renderer/screens/shared/table-empty';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import { VirtualTable } from '@renderer/ui/virtual-table/virtual-table';
import { IdCard } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { membershipColumns } from './membership-columns';
import { MembershipInspector } from './membership-inspector';
import { defaultSort, membershipsQuery } from './memberships-query';
import { MembershipsToolbar } from './memberships-toolbar';
import { ScopeChip } from './scope-chip';

const idOf = ({ record }: Row<'membership'>): string => record.id;
const nameOf = ({ record }: Row<'membership'>): string => `${record.userName} in ${record.organizationName}`;

/** Every membership over all organizations, or of the one in scope. */
export function MembershipsScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const { names } = useRoles();
  const columns = useMemo(() => membershipColumns(names), [names]);
  const query = useQuery(membershipsQuery(params));
  const rows = useRows('membership', query);
  const load = useCallback((from: number, to: number) => loadRows('membership', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
  const open = useCallback(({ record }: Row<'membership'>) => select(record.id), []);
  return (
    <ScreenLayout
      inspector={id !== null && <MembershipInspector key={id} id={id} onClose={() => select(null)} />}
    >
      <ScopeChip organizationId={params.org ?? null} />
      <MembershipsToolbar
        params={params}
        total={rows.total}
        isLowerBound={rows.totalIsLowerBound}
        selection={selection}
        loadAll={async () => selection.choose(await load(0, Math.min(rows.total ?? 0, 20_000)))}
      />
      {rows.failure ? (
        <FailedTable title="Memberships cannot be listed" failure={rows.failure} />
      ) : (
        <VirtualTable
          label="Memberships"
          columns={columns}
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
              icon={IdCard}
              many="memberships"
              teach="A membership ties a person to an organization with one role. Add a member to make the first."
              filtered={Boolean(params.role ?? params.org ?? params.state ?? params.text)}
              onClearFilters={() => go('memberships', { params: {} })}
            />
          }
        />
      )}
    </ScreenLayout>
  );
}

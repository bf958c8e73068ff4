import { type Row, useRows } from '@renderer/bridge/use-rows';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SavedViews } from '@renderer/screens/shared/saved-views';
import { formatSort, parseSort } from '@renderer/screens/shared/sort-param';
import { TableEmpty } from '@renderer/screens/shared/table-empty';
import { useQuery } from '@renderer/screens/shared/use-query';
import { rowHeights, usePreferences } from '@renderer/state/use-preferences';
import { go, select, setParams, useRoute } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/filter-menu';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { SearchField } from '@renderer/ui/search-field';
import { Toolbar } from '@renderer/ui/toolbar';
import { VirtualTable } from '@renderer/ui/virtual-table/virtual-table';
import { Users } from 'lucide-react';
import { useCallback } from 'react';
import { accessOptions, defaultSort, peopleQuery, secondFactorOptions } from './people-query';
import { personColumns } from './person-columns';
import { PersonInspector } from './person-inspector';

const idOf = ({ record }: Row<'user'>): string => record.id;
const nameOf = ({ record }: Row<'user'>): string => record.name;

/** Every person of the instance. */
export function PeopleScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const density = usePreferences((preferences) => preferences.density);
  const query = useQuery(peopleQuery(params));
  const rows = useRows('user', query);
  const open = useCallback(({ record }: Row<'user'>) => select(record.id), []);
  return (
    <ScreenLayout
      inspector={id !== null && <PersonInspector key={id} id={id} onClose={() => select(null)} />}
    >
      <Toolbar
        label="Filters of people"
        end={
          <>
            <RowCount total={rows.total} isLowerBound={rows.totalIsLowerBound} one="person" many="people" />
            <SavedViews screen="people" />
          </>
        }
      >
        <SearchField
          label="Filter people"
          value={params.text ?? ''}
          onChange={(text) => setParams({ text })}
        />
        <FilterMenu
          label="Access"
          value={params.access ?? ''}
          options={accessOptions}
          onChange={(access) => setParams({ access })}
        />
        <FilterMenu
          label="Second factor"
          value={params.mfa ?? ''}
          options={secondFactorOptions}
          onChange={(mfa) => setParams({ mfa })}
        />
      </Toolbar>
      {rows.failure ? (
        <FailedTable title="People cannot be listed" failure={rows.failure} />
      ) : (
        <VirtualTable
          label="People"
          columns={personColumns}
          total={rows.total}
          rowAt={rows.rowAt}
          idOf={idOf}
          nameOf={nameOf}
          onShow={rows.show}
          sort={parseSort(params.sort, defaultSort)}
          onSort={(sort) => setParams({ sort: formatSort(sort) })}
          openId={id}
          onOpen={open}
          stale={rows.stale}
          queryKey={JSON.stringify(query)}
          rowHeight={rowHeights[density]}
          empty={
            <TableEmpty
              icon={Users}
              many="people"
              teach="People appear here once they have signed up or were invited."
              filtered={Boolean(params.access ?? params.mfa ?? params.text)}
              onClearFilters={() => go('people', { params: {} })}
            />
          }
        />
      )}
    </ScreenLayout>
  );
}

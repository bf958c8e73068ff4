import { type Row, useRows } from '@renderer/bridge/use-rows';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { RowCount } from '@renderer/screens/shared/row-count';
import { SavedViews } from '@renderer/screens/shared/saved-views';
import { useQuery } from '@renderer/screens/shared/use-query';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { FilterMenu } from '@renderer/ui/filter-menu';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { SearchField } from '@renderer/ui/search-field';
import { Toolbar } from '@renderer/ui/toolbar';
import { Users } from 'lucide-react';
import { activityOptions } from './activity';
import { accessOptions, defaultSort, peopleQuery, secondFactorOptions } from './people-query';
import { personColumns } from './person-columns';
import { PersonInspector } from './person-inspector';

const nameOf = ({ record }: Row<'user'>): string => record.name;

const columnsWithoutOrganizations = personColumns.filter(({ id }) => id !== 'organizations');

/** Every person of the instance. */
export function PeopleScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const query = useQuery(peopleQuery(params));
  const rows = useRows('user', query);
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  const columns = withOrganizations ? personColumns : columnsWithoutOrganizations;
  return (
    <ScreenLayout
      inspector={id !== null && <PersonInspector key={id} id={id} onClose={() => select(null)} />}
    >
      <Toolbar
        label="Filters of people"
        end={
          <>
            <RowCount entity="user" total={rows.total} isLowerBound={rows.totalIsLowerBound} />
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
        <FilterMenu
          label="Last active"
          value={params.active ?? ''}
          options={activityOptions}
          onChange={(active) => setParams({ active })}
        />
      </Toolbar>
      <RecordTable
        screen="people"
        entity="user"
        label="People"
        columns={columns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        empty={{
          icon: Users,
          many: 'people',
          teach: 'People appear here once they have signed up or were invited.',
          filters: ['access', 'mfa', 'active', 'text'],
        }}
      />
    </ScreenLayout>
  );
}

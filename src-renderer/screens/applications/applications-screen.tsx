import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { useQuery } from '@renderer/screens/shared/use-query';
import { select, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import { Network } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { applicationColumns } from './application-columns';
import { ApplicationInspector } from './application-inspector';
import { applicationsQuery, defaultSort } from './applications-query';
import { ApplicationsToolbar } from './applications-toolbar';
import { useConfigGroups } from './use-config-groups';

const idOf = ({ record }: Row<'application'>): string => record.id;
const nameOf = ({ record }: Row<'application'>): string => record.name;

/** The fleet: every application of the platform, compared setting by setting, edited one by one or many at once. */
export function ApplicationsScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const query = useQuery(applicationsQuery(params));
  const rows = useRows('application', query);
  const load = useCallback((from: number, to: number) => loadRows('application', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
  const groups = useConfigGroups();
  const group = groups.find(({ key }) => key === params.policy);
  const columns = useMemo(() => applicationColumns(group), [group]);
  return (
    <ScreenLayout
      inspector={
        id !== null && (
          <ApplicationInspector key={id} id={id} group={group?.key} onClose={() => select(null)} />
        )
      }
    >
      <ApplicationsToolbar params={params} rows={rows} groups={groups} selection={selection} />
      <RecordTable
        screen="applications"
        entity="application"
        label="Applications"
        columns={columns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        selection={selection}
        editable
        empty={{
          icon: Network,
          many: 'applications',
          teach:
            'Applications of the platform appear here, each with a user pool, policies and domains of its own.',
          filters: ['state', 'dns', 'text', 'set'],
        }}
      />
    </ScreenLayout>
  );
}

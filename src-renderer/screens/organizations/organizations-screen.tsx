import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useSlugsOff } from '@renderer/screens/shared/use-slugs-off';
import { select, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import { Building2 } from 'lucide-react';
import { useCallback } from 'react';
import { organizationColumns } from './organization-columns';
import { OrganizationInspector } from './organization-inspector';
import { defaultSort, organizationsQuery } from './organizations-query';
import { OrganizationsToolbar } from './organizations-toolbar';
import { useSeatLevelIds } from './use-seat-level-ids';

const idOf = ({ record }: Row<'organization'>): string => record.id;
const nameOf = ({ record }: Row<'organization'>): string => record.name;

const columnsWithoutSlug = organizationColumns.filter(({ id }) => id !== 'slug');

/** Every organization: filtered, sorted, opened in the inspector. */
export function OrganizationsScreen() {
  const { id, params } = useRoute(({ route }) => route);
  const query = useQuery(organizationsQuery(params, useSeatLevelIds(params.seats)));
  const columns = useSlugsOff() ? columnsWithoutSlug : organizationColumns;
  const rows = useRows('organization', query);
  const load = useCallback((from: number, to: number) => loadRows('organization', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
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
      <RecordTable
        screen="organizations"
        entity="organization"
        label="Organizations"
        columns={columns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        selection={selection}
        editable
        empty={{
          icon: Building2,
          many: 'organizations',
          teach: 'Organizations of the instance appear here. The first one can be staged here, offline too.',
          filters: ['state', 'seats', 'text'],
        }}
      />
    </ScreenLayout>
  );
}

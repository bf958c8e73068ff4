import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { select, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
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
  const { names } = useRoles();
  const columns = useMemo(() => membershipColumns(names), [names]);
  const query = useQuery(membershipsQuery(params));
  const rows = useRows('membership', query);
  const load = useCallback((from: number, to: number) => loadRows('membership', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
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
      />
      <RecordTable
        screen="memberships"
        entity="membership"
        label="Memberships"
        columns={columns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        selection={selection}
        editable
        empty={{
          icon: IdCard,
          many: 'memberships',
          teach:
            'A membership ties a person to an organization with one role. Add a member to make the first.',
          filters: ['role', 'org', 'state', 'text'],
        }}
      />
    </ScreenLayout>
  );
}

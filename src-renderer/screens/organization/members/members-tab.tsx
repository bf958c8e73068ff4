import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { MembershipInspector } from '@renderer/screens/memberships/membership-inspector';
import { defaultSort, membershipsQuery } from '@renderer/screens/memberships/memberships-query';
import { MembershipsToolbar } from '@renderer/screens/memberships/memberships-toolbar';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { setParams, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import type { Organization } from '@shared/domain/records/record-map';
import { Users } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { memberColumns } from './member-columns';

const idOf = ({ record }: Row<'membership'>): string => record.id;
const nameOf = ({ record }: Row<'membership'>): string => record.userName;
const openMember = (member: string): void => setParams({ member });
const filters = ['role', 'state', 'text'] as const;
const clearFilters = (): void => setParams(Object.fromEntries(filters.map((name) => [name, ''])));

/** Members of one organization: roles edited in their rows, or many at once. */
export function MembersTab({ organization }: { readonly organization: Organization }) {
  const params = useRoute(({ route }) => route.params);
  const known = useRoles();
  const [choosing, setChoosing] = useState<string | null>(null);
  const columns = useMemo(() => memberColumns(known, choosing, setChoosing), [known, choosing]);
  const scoped = { ...params, org: organization.id };
  const query = useQuery(membershipsQuery(scoped));
  const rows = useRows('membership', query);
  const load = useCallback((from: number, to: number) => loadRows('membership', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
  const member = params.member ?? null;
  return (
    <ScreenLayout
      inspector={
        member !== null && (
          <MembershipInspector key={member} id={member} onClose={() => setParams({ member: '' })} />
        )
      }
    >
      <MembershipsToolbar
        params={scoped}
        total={rows.total}
        isLowerBound={rows.totalIsLowerBound}
        selection={selection}
        views={false}
      />
      <RecordTable
        screen="organization"
        entity="membership"
        label={`Members of ${organization.name}`}
        columns={columns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        selection={selection}
        within={{ openId: member, onOpen: openMember, onEdit: setChoosing, onClearFilters: clearFilters }}
        empty={{
          icon: Users,
          many: 'members',
          teach: 'Add a member, or invite somebody by email on the next tab. Both are staged, offline too.',
          filters,
        }}
      />
    </ScreenLayout>
  );
}

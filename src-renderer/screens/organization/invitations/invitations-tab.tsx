import { loadRows } from '@renderer/bridge/load-rows';
import { type Row, useRows } from '@renderer/bridge/use-rows';
import { RecordTable } from '@renderer/screens/shared/record-table';
import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { equals } from '@renderer/screens/shared/state-filter';
import { useQuery } from '@renderer/screens/shared/use-query';
import { setParams, useRoute } from '@renderer/state/use-route';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import type { Sort } from '@renderer/ui/virtual-table/column';
import { useSelection } from '@renderer/ui/virtual-table/use-selection';
import type { Organization } from '@shared/domain/records/record-map';
import { MailPlus } from 'lucide-react';
import { useCallback } from 'react';
import { invitationColumns } from './invitation-columns';
import { InvitationInspector } from './invitation-inspector';
import { InvitationsToolbar } from './invitations-toolbar';

const idOf = ({ record }: Row<'invitation'>): string => record.id;
const nameOf = ({ record }: Row<'invitation'>): string => record.email;
const openInvitation = (invitation: string): void => setParams({ invitation });
const clearFilters = (): void => setParams({ status: '', text: '' });
const defaultSort: Sort = { field: 'createdAt', direction: 'desc' };

/** Who was asked in, what became of it; invited and revoked here, one or many. */
export function InvitationsTab({ organization }: { readonly organization: Organization }) {
  const params = useRoute(({ route }) => route.params);
  const query = useQuery({
    where: [...equals('organizationId', organization.id), ...equals('status', params.status)],
    text: params.text ?? '',
    ...sortQuery(parseSorts(params.sort, defaultSort)),
  });
  const rows = useRows('invitation', query);
  const load = useCallback((from: number, to: number) => loadRows('invitation', query, from, to), [query]);
  const selection = useSelection({ idOf, load });
  const invitation = params.invitation ?? null;
  return (
    <ScreenLayout
      inspector={
        invitation !== null && (
          <InvitationInspector
            key={invitation}
            id={invitation}
            onClose={() => setParams({ invitation: '' })}
          />
        )
      }
    >
      <InvitationsToolbar
        organization={organization}
        params={params}
        total={rows.total}
        isLowerBound={rows.totalIsLowerBound}
        selection={selection}
      />
      <RecordTable
        screen="organization"
        entity="invitation"
        label={`Invitations to ${organization.name}`}
        columns={invitationColumns}
        rows={rows}
        query={query}
        nameOf={nameOf}
        defaultSort={defaultSort}
        selection={selection}
        within={{ openId: invitation, onOpen: openInvitation, onClearFilters: clearFilters }}
        empty={{
          icon: MailPlus,
          many: 'invitations',
          teach:
            'Invite people by email: each pending invitation holds a seat until it is accepted or revoked.',
          filters: ['status', 'text'],
        }}
      />
    </ScreenLayout>
  );
}

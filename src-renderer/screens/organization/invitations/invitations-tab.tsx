import { equals, fieldFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction } from '@renderer/screens/kit/record-toolbar';
import type { Organization } from '@shared/domain/records/record-map';
import { MailPlus } from 'lucide-react';
import { invitationColumns } from './invitation-columns';
import { InvitationInspector } from './invitation-inspector';
import { statusOptions } from './invitation-words';
import { InviteDialog } from './invite-dialog';
import { RevokeDialog } from './revoke-dialog';

const filters = [fieldFilter({ field: 'status', label: 'Status', options: statusOptions })];

const bulk: readonly BulkAction<'invitation'>[] = [
  { id: 'revoke-invitations', dialog: (chosen) => <RevokeDialog {...chosen} /> },
];

/** Who was asked in, what became of it; invited and revoked here, one or many. */
export function InvitationsTab({ organization }: { readonly organization: Organization }) {
  return (
    <RecordScreen
      entity="invitation"
      screen="organization"
      label={`Invitations to ${organization.name}`}
      columns={invitationColumns}
      filters={filters}
      scope={{ where: equals('organizationId', organization.id) }}
      inspector={(id, onClose) => <InvitationInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: 'Invite people',
          icon: MailPlus,
          dialog: (opened, close) => (
            <InviteDialog organization={organization} opened={opened} onClose={close} />
          ),
        },
      ]}
      bulk={bulk}
      within="invitation"
      icon={MailPlus}
      teach="Invite people by email: each pending invitation holds a seat until it is accepted or revoked."
    />
  );
}

import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { deletionsOf } from '@renderer/screens/kit/drafts-of';
import { equals, fieldFilter } from '@renderer/screens/kit/record-filter';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction } from '@renderer/screens/kit/record-toolbar';
import { type FilterOption, optionsOf } from '@renderer/ui/controls/filter-option';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { IdRow } from '@renderer/ui/layout/id-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { Invitation, Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { MailPlus, MailX } from 'lucide-react';
import { invitationColumns, statusWord, statusWords } from './invitation-columns';
import { InviteDialog } from './invite-dialog';

const statusOptions: readonly FilterOption[] = optionsOf(statusWords);

const filters = [fieldFilter({ field: 'status', label: t('Status'), options: statusOptions })];

const bulk: readonly BulkAction<'invitation'>[] = [
  { id: 'revoke-invitations', dialog: (chosen) => <RevokeDialog {...chosen} /> },
];

/** Who was asked in, what became of it; invited and revoked here, one or many. */
export function InvitationsTab({ organization }: { readonly organization: Organization }) {
  return (
    <RecordScreen
      entity="invitation"
      screen="organization"
      label={t('Invitations to {name}', { name: organization.name })}
      columns={invitationColumns}
      filters={filters}
      scope={{ where: equals('organizationId', organization.id) }}
      inspector={(id, onClose) => <InvitationInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: t('Invite people'),
          icon: MailPlus,
          needs: ['organizations', 'list.invitation', 'takes.create.invitation'],
          dialog: (opened, close) => (
            <InviteDialog organization={organization} opened={opened} onClose={close} />
          ),
        },
      ]}
      bulk={bulk}
      within="invitation"
      icon={MailPlus}
      teach={t(
        'Invite people by email: each pending invitation holds a seat until it is accepted or revoked.',
      )}
    />
  );
}

interface InvitationInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One invitation: an invitation cannot be edited, only revoked. */
function InvitationInspector({ id, onClose }: InvitationInspectorProps) {
  return (
    <RecordInspector
      entity="invitation"
      id={id}
      gone={t('gone on the service, taken back here')}
      onClose={onClose}
    >
      {({ record }) => ({
        danger: isRevocable(record) && {
          label: t('Revoke invitation…'),
          icon: MailX,
          dialog: (close) => <RevokeDialog rows={[record]} onClose={close} />,
        },
        facts: (
          <>
            <FieldRow label={t('Role')}>{record.roleName || record.role}</FieldRow>
            <FieldRow label={t('Status')}>{statusWord(record)}</FieldRow>
            <FieldRow label={t('Expires')}>
              <RelativeTime at={record.expiresAt} />
            </FieldRow>
            <IdRow label={t('Invited by')} id={record.inviterId} />
          </>
        ),
        created: { label: t('Sent'), staged: t('when you reconcile') },
      })}
    </RecordInspector>
  );
}

interface RevokeDialogProps {
  readonly rows: readonly Invitation[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Only what is pending on the service can be revoked, and only once; what is staged here is undone instead. */
function isRevocable({ status, staged }: Invitation): boolean {
  return status === 'pending' && staged?.verb !== 'delete' && staged?.verb !== 'create';
}

/** Names whose invitation stops working, then stages the revocations as one undo group. */
function RevokeDialog({ rows, onClose, onDone }: RevokeDialogProps) {
  const revocable = rows.filter(isRevocable);
  return (
    <BulkDialog
      title={t('Revoke {count, plural, one {# invitation} other {# invitations}}?', {
        count: revocable.length,
      })}
      verb={t('Stage revocation of {count, plural, one {# invitation} other {# invitations}}', {
        count: revocable.length,
      })}
      destructive
      affected={revocable.map(({ email, roleName, role }) => `${email} (${roleName || role})`)}
      drafts={deletionsOf('invitation', revocable)}
      names={revocable.map(({ email }) => email)}
      done={(count) =>
        t('Staged. Revocation of {count, plural, one {# invitation} other {# invitations}}', { count })
      }
      onClose={onClose}
      onDone={onDone}
    >
      {t(
        'Their links stop working once you reconcile, and their seats become free. Staging can be undone; a reconciled revocation cannot, only invited again.',
      )}{' '}
      {rows.length > revocable.length &&
        t(
          '{count, plural, one {# invitation chosen is not pending and stays.} other {# invitations chosen are not pending and stay.}}',
          { count: rows.length - revocable.length },
        )}
    </BulkDialog>
  );
}

import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { FieldRow } from '@renderer/ui/field-row';
import { IdRow } from '@renderer/ui/id-row';
import { RelativeTime } from '@renderer/ui/relative-time';
import { MailX } from 'lucide-react';
import { statusWord } from './invitation-words';
import { isRevocable, RevokeDialog } from './revoke-dialog';

interface InvitationInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One invitation: an invitation cannot be edited, only revoked. */
export function InvitationInspector({ id, onClose }: InvitationInspectorProps) {
  return (
    <RecordInspector
      entity="invitation"
      id={id}
      gone="gone on the service, taken back here"
      onClose={onClose}
    >
      {({ record }) => ({
        danger: isRevocable(record) && {
          label: 'Revoke invitation…',
          icon: MailX,
          dialog: (close) => <RevokeDialog rows={[record]} onClose={close} />,
        },
        facts: (
          <>
            <FieldRow label="Role">{record.roleName || record.role}</FieldRow>
            <FieldRow label="Status">{statusWord(record)}</FieldRow>
            <FieldRow label="Expires">
              <RelativeTime at={record.expiresAt} />
            </FieldRow>
            <IdRow label="Invited by" id={record.inviterId} />
          </>
        ),
        created: { label: 'Sent', staged: 'when you reconcile' },
      })}
    </RecordInspector>
  );
}

import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { Avatar } from '@renderer/ui/avatar';
import { CopyId } from '@renderer/ui/copy-id';
import { FieldRow } from '@renderer/ui/field-row';
import { Inspector } from '@renderer/ui/inspector';
import { RelativeTime } from '@renderer/ui/relative-time';
import { MailX } from 'lucide-react';
import { useState } from 'react';
import { statusWord } from './invitation-words';
import { isRevocable, RevokeDialog } from './revoke-dialog';

interface InvitationInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One invitation: an invitation cannot be edited, only revoked. */
export function InvitationInspector({ id, onClose }: InvitationInspectorProps) {
  const { record, openIntents, failure } = useRecord('invitation', id);
  const [revoking, setRevoking] = useState(false);
  if (!record) {
    return (
      <AbsentRecord
        entity="invitation"
        id={id}
        record={record}
        gone="It is not in your copy: gone on the service, or taken back here."
        failure={failure}
        onClose={onClose}
      />
    );
  }
  return (
    <Inspector
      title={record.email}
      avatar={<Avatar name={record.email} size={28} />}
      marks={record.state !== 'synced' && <RowMark record={record} />}
      actions={
        isRevocable(record) && (
          <Button
            variant="subtle"
            color="red"
            leftSection={<MailX size={13} aria-hidden />}
            onClick={() => setRevoking(true)}
          >
            Revoke invitation…
          </Button>
        )
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      <dl>
        <FieldRow label="Role">{record.roleName || record.role}</FieldRow>
        <FieldRow label="Status">{statusWord(record)}</FieldRow>
        <FieldRow label="Sent">
          <ServiceTime record={record} at={record.createdAt} staged="when you reconcile" />
        </FieldRow>
        <FieldRow label="Expires">
          <RelativeTime at={record.expiresAt} />
        </FieldRow>
        {record.inviterId && (
          <FieldRow label="Invited by">
            <CopyId id={record.inviterId} />
          </FieldRow>
        )}
        <FieldRow label="Id">
          <CopyId id={record.id} />
        </FieldRow>
      </dl>
      <OpenIntents intents={openIntents} />
      {revoking && (
        <RevokeDialog rows={[record]} onClose={() => setRevoking(false)} onDone={() => undefined} />
      )}
    </Inspector>
  );
}

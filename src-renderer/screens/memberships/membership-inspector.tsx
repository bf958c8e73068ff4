import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { AccessWords, isOut, outOf } from '@renderer/screens/shared/access-words';
import { DirectoryNote } from '@renderer/screens/shared/directory-note';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RolePicker } from '@renderer/screens/shared/role-picker';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
import { CopyId } from '@renderer/ui/copy-id';
import { FieldRow } from '@renderer/ui/field-row';
import { Inspector } from '@renderer/ui/inspector';
import { LinkButton } from '@renderer/ui/link-button';
import { RelativeTime } from '@renderer/ui/relative-time';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { RemoveMembersDialog } from './remove-members-dialog';

interface MembershipInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One membership: its role is edited here, with the service's role beside it. */
export function MembershipInspector({ id, onClose }: MembershipInspectorProps) {
  const { record, extras, openIntents, failure } = useRecord('membership', id);
  const [removing, setRemoving] = useState(false);
  if (!record) {
    return (
      <AbsentRecord
        entity="membership"
        id={id}
        record={record}
        gone="It is not in your copy: removed on the service, or not synced yet."
        failure={failure}
        onClose={onClose}
      />
    );
  }
  const out = outOf(extras);
  const leaving = record.staged?.verb === 'delete';
  return (
    <Inspector
      title={record.userName}
      avatar={<Avatar name={record.userName} size={28} />}
      subtitle={record.userEmail}
      marks={
        (record.state !== 'synced' || isOut(out)) && (
          <>
            <RowMark record={record} />
            <AccessWords out={out} quiet />
          </>
        )
      }
      actions={
        <>
          <Button variant="default" onClick={() => go('history', { params: { record: record.id } })}>
            History
          </Button>
          {!leaving && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<UserMinus size={13} aria-hidden />}
              onClick={() => setRemoving(true)}
            >
              Remove member…
            </Button>
          )}
        </>
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      <dl>
        <FieldRow label="Role">
          <RolePicker membership={record} />
        </FieldRow>
        <FieldRow label="Organization">
          <LinkButton onClick={() => go('organization', { id: record.organizationId, params: {} })}>
            {record.organizationName}
          </LinkButton>
        </FieldRow>
        <FieldRow label="Person">
          <LinkButton onClick={() => go('people', { id: record.userId, params: {} })}>
            {record.userName}
          </LinkButton>
        </FieldRow>
        {typeof extras.directoryId === 'string' && extras.directoryId !== '' && (
          <FieldRow label="Managed by">
            <DirectoryNote id={extras.directoryId} />
          </FieldRow>
        )}
        <FieldRow label="Member for">
          <ServiceTime record={record} at={record.createdAt} />
        </FieldRow>
        <FieldRow label="Changed">
          <ServiceTime record={record} at={record.updatedAt} />
        </FieldRow>
        <FieldRow label="Copied">
          <RelativeTime at={record.sync.fetchedAt} never="not on the service yet" />
        </FieldRow>
        <FieldRow label="Id">
          <CopyId id={record.id} />
        </FieldRow>
      </dl>
      <OpenIntents intents={openIntents} />
      {removing && (
        <RemoveMembersDialog rows={[record]} onClose={() => setRemoving(false)} onDone={() => undefined} />
      )}
    </Inspector>
  );
}

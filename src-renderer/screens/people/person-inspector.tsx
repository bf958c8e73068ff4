import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { AccessWords } from '@renderer/screens/shared/access-words';
import { DirectoryNote } from '@renderer/screens/shared/directory-note';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { useRecent } from '@renderer/screens/shared/use-recent';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { Avatar } from '@renderer/ui/avatar';
import { CopyId } from '@renderer/ui/copy-id';
import { FieldRow } from '@renderer/ui/field-row';
import { Inspector } from '@renderer/ui/inspector';
import { RelativeTime } from '@renderer/ui/relative-time';
import { TextList } from '@renderer/ui/text-list';
import { PersonMemberships } from './person-memberships';

const others = (all: readonly string[], primary: string): readonly string[] =>
  all.filter((each) => each !== primary);

interface PersonInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One person, and every organization they belong to. */
export function PersonInspector({ id, onClose }: PersonInspectorProps) {
  const { record, failure } = useRecord('user', id);
  useRecent('people', id, record?.name);
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  if (!record) {
    return (
      <AbsentRecord
        entity="user"
        id={id}
        record={record}
        gone="They are not in your copy: deleted on the service, or not synced yet."
        failure={failure}
        onClose={onClose}
      />
    );
  }
  return (
    <Inspector
      title={record.name}
      avatar={<Avatar name={record.name} size={28} />}
      subtitle={record.email}
      actions={
        <Button variant="default" onClick={() => go('history', { params: { person: record.id } })}>
          History
        </Button>
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      {withOrganizations && <PersonMemberships userId={record.id} />}
      <dl>
        {record.username && <FieldRow label="Username">{record.username}</FieldRow>}
        {others(record.emails, record.email).length > 0 && (
          <FieldRow label="Other addresses">
            <TextList texts={others(record.emails, record.email)} />
          </FieldRow>
        )}
        {record.phone && (
          <FieldRow label="Phone">
            <TextList texts={[record.phone, ...others(record.phones, record.phone)]} />
          </FieldRow>
        )}
        <FieldRow label="Access">
          <AccessWords out={record} />
        </FieldRow>
        {record.directoryId && (
          <FieldRow label="Managed by">
            <DirectoryNote id={record.directoryId} />
          </FieldRow>
        )}
        <FieldRow label="Second factor">{record.twoFactorEnabled ? 'On' : 'Off'}</FieldRow>
        <FieldRow label="Last active">
          <RelativeTime at={record.lastActiveAt} never="never" />
        </FieldRow>
        <FieldRow label="Last sign-in">
          <RelativeTime at={record.lastSignInAt} never="never" />
        </FieldRow>
        <FieldRow label="Joined">
          <ServiceTime record={record} at={record.createdAt} />
        </FieldRow>
        <FieldRow label="Copied">
          <RelativeTime at={record.sync.fetchedAt} />
        </FieldRow>
        <FieldRow label="Id">
          <CopyId id={record.id} />
        </FieldRow>
      </dl>
    </Inspector>
  );
}

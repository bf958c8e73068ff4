import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { AccessWords } from '@renderer/screens/shared/access-words';
import { DirectoryNote } from '@renderer/screens/shared/directory-note';
import { go } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { FieldRow } from '@renderer/ui/field-row';
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
  const withOrganizations = useWorkspace()?.scenario !== 'b2c';
  return (
    <RecordInspector entity="user" id={id} recent="people" onClose={onClose}>
      {({ record }) => ({
        subtitle: record.email,
        onHistory: () => go('history', { params: { person: record.id } }),
        fields: withOrganizations && <PersonMemberships userId={record.id} />,
        facts: (
          <>
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
          </>
        ),
        created: { label: 'Joined' },
      })}
    </RecordInspector>
  );
}

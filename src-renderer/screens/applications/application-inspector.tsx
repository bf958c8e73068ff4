import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { useRecent } from '@renderer/screens/shared/use-recent';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
import { CopyId } from '@renderer/ui/copy-id';
import { Inspector } from '@renderer/ui/inspector';
import { ApplicationDetails } from './application-details';
import { OpenApplication } from './open-application';

interface ApplicationInspectorProps {
  readonly id: string;
  /** Key of the group of settings that is open at first. */
  readonly group: string | undefined;
  readonly onClose: () => void;
}

/** One application beside the fleet: its name, its domain and every setting of its config, edited in place. */
export function ApplicationInspector({ id, group, onClose }: ApplicationInspectorProps) {
  const { record, openIntents, failure } = useRecord('application', id);
  useRecent('applications', id, record?.name);
  if (!record) {
    return (
      <AbsentRecord
        entity="application"
        id={id}
        record={record}
        gone="It is not in your copy: deleted on the service, or not synced yet."
        failure={failure}
        onClose={onClose}
      />
    );
  }
  return (
    <Inspector
      title={record.name}
      avatar={<Avatar name={record.name} shape="square" size={28} />}
      subtitle={<CopyId id={record.id} />}
      marks={record.state !== 'synced' && <RowMark record={record} />}
      actions={
        <>
          <OpenApplication record={record} />
          <Button variant="default" onClick={() => go('history', { params: { record: record.id } })}>
            History
          </Button>
        </>
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      <ApplicationDetails record={record} openIntents={openIntents} group={group} />
    </Inspector>
  );
}

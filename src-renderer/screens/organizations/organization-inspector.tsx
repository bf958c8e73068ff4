import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { useKnownExtras } from '@renderer/screens/shared/known-extras';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { useRecent } from '@renderer/screens/shared/use-recent';
import { go } from '@renderer/state/use-route';
import { Avatar } from '@renderer/ui/avatar';
import { CopyId } from '@renderer/ui/copy-id';
import { Inspector } from '@renderer/ui/inspector';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DeleteOrganizationDialog } from './delete-organization-dialog';
import { OrganizationDetails } from './organization-details';

interface OrganizationInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One organization beside the table: edited in place, with what belongs to it. */
export function OrganizationInspector({ id, onClose }: OrganizationInspectorProps) {
  const { record, extras, openIntents, failure } = useRecord('organization', id);
  const known = useKnownExtras();
  const [deleting, setDeleting] = useState(false);
  useRecent('organizations', id, record?.name);
  if (!record) {
    return (
      <AbsentRecord
        entity="organization"
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
          <Button variant="default" onClick={() => go('organization', { id: record.id, params: {} })}>
            Open page
          </Button>
          <Button variant="default" onClick={() => go('memberships', { params: { org: record.id } })}>
            Members
          </Button>
          <Button
            variant="subtle"
            color="red"
            leftSection={<Trash2 size={13} aria-hidden />}
            onClick={() => setDeleting(true)}
          >
            Delete…
          </Button>
        </>
      }
      onClose={onClose}
    >
      <UnreadNote id={record.id} />
      <OrganizationDetails record={record} extras={known(extras)} openIntents={openIntents} />
      <DeleteOrganizationDialog record={record} opened={deleting} onClose={() => setDeleting(false)} />
    </Inspector>
  );
}

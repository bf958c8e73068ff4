import { useStatus } from '@renderer/state/status-context';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { formatCount } from '@renderer/ui/format/format-count';
import { formatExact } from '@renderer/ui/format/format-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import type { WorkspaceInfo } from '@shared/contract/shell';
import { scenarioWords } from '@shared/domain/scenario';

const protections: Readonly<Record<WorkspaceInfo['protection'], string>> = {
  keyring: 'The system keyring holds the key of the encrypted database.',
  passphrase: 'Your passphrase encrypts the key of the database; it is asked for at each opening.',
  profile: 'A key file in this profile; good for sandboxes, not for secrets.',
};

const kinds: Readonly<Record<WorkspaceInfo['kind'], string>> = {
  sandbox: 'Sandbox that runs on this machine',
  remote: 'Real instance',
  snapshot: 'Read-only snapshot',
};

/** What this workspace is, where its service is, and how its copy is protected. */
export function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { id, name, kind, url, scenario, environment, protection, createdAt } = workspace;
  const counts = useStatus()?.counts;
  const records = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Panel title="Workspace">
      <dl>
        <FieldRow label="Name">{name}</FieldRow>
        <FieldRow label="Service">
          <CopyId id={url} />
        </FieldRow>
        <FieldRow label="Instance">
          {kinds[kind]}, {environment}
        </FieldRow>
        <FieldRow label="Scenario">{scenarioWords[scenario]}</FieldRow>
        <FieldRow label="Protection">{protections[protection]}</FieldRow>
        <FieldRow label="Copy">
          {records === undefined ? '–' : `${formatCount(records)} records, encrypted on this machine`}
        </FieldRow>
        <FieldRow label="Made">{formatExact(createdAt)}</FieldRow>
        <FieldRow label="Id">
          <CopyId id={id} />
        </FieldRow>
      </dl>
    </Panel>
  );
}

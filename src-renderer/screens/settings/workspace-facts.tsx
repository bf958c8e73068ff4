import { environmentWords } from '@renderer/state/environment-words';
import { useStatus } from '@renderer/state/status-context';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { formatExact } from '@renderer/ui/format/format-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { scenarioWords } from '@shared/domain/scenario';
import { inSense, t } from '@shared/language/t';

const protections: Readonly<Record<WorkspaceInfo['protection'], string>> = {
  keyring: t('The system keyring holds the key of the encrypted database.'),
  passphrase: t('Your passphrase encrypts the key of the database; it is asked for at each opening.'),
  profile: t('A key file in this profile; good for sandboxes, not for secrets.'),
};

const kinds: Readonly<Record<WorkspaceInfo['kind'], string>> = {
  sandbox: t('Sandbox that runs on this machine'),
  remote: t('Real instance'),
  snapshot: t('Read-only snapshot'),
};

/** What this workspace is, where its service is, and how its copy is protected. */
export function WorkspaceFacts({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { id, name, kind, url, scenario, environment, protection, createdAt } = workspace;
  const counts = useStatus()?.counts;
  const records = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Panel title={t('Workspace')}>
      <dl>
        <FieldRow label={t('Name')}>{name}</FieldRow>
        <FieldRow label={t('Service')}>
          <CopyId id={url} />
        </FieldRow>
        <FieldRow label={t('Instance')}>
          {kinds[kind]}, {environmentWords[environment]}
        </FieldRow>
        <FieldRow label={t('Scenario')}>{scenarioWords[scenario]}</FieldRow>
        <FieldRow label={t('Protection')}>{protections[protection]}</FieldRow>
        <FieldRow label={inSense('noun', 'Copy')}>
          {records === undefined
            ? '–'
            : t('{records, number} records, encrypted on this machine', { records })}
        </FieldRow>
        <FieldRow label={t('Made')}>{formatExact(createdAt)}</FieldRow>
        <FieldRow label={t('Id')}>
          <CopyId id={id} />
        </FieldRow>
      </dl>
    </Panel>
  );
}

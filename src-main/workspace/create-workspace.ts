import { basename } from 'node:path';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceId } from '@shared/domain/ids';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { diskFailure } from './disk-failure';
import { isThere } from './if-there';
import { keyFault } from './key-fault';
import { newDatabaseKey } from './new-database-key';
import { makeFolder } from './new-folder';
import { toWorkspace } from './read-workspace';
import type { Protection } from './vault/protection';
import type { Secrets } from './vault/secrets';
import { wrapSecrets } from './vault/wrap-secrets';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';
import { versionFor, type WorkspaceFile } from './workspace-file';
import { workspacePaths } from './workspace-paths';
import { writeFileAtomic } from './write-file-atomic';

export interface NewWorkspace {
  /** Made when missing. */
  readonly directory: string;
  readonly id: WorkspaceId;
  readonly name: string;
  readonly scenario: Scenario;
  readonly kind: WorkspaceFile['kind'];
  readonly environment: WorkspaceFile['environment'];
  readonly url: string;
  readonly apiKey: string;
  readonly platformToken?: string | undefined;
  readonly platform?: WorkspaceFile['platform'];
  readonly service?: WorkspaceFile['service'];
  readonly protection: Protection;
  /** Ms since 1970. */
  readonly createdAt: number;
}

/** Makes a workspace folder with a fresh database key. Refuses a folder that holds a workspace already. */
export async function createWorkspace(
  wanted: NewWorkspace,
): Promise<Result<{ readonly workspace: Workspace; readonly secrets: Secrets }>> {
  const { directory, apiKey, platformToken, protection, ...facts } = wanted;
  if (protection.kind === 'profile' && facts.kind !== 'sandbox') return profileRefused();
  const wrong = keyFault(apiKey) ?? (platformToken === undefined ? null : keyFault(platformToken));
  if (wrong !== null) return wrong;
  const paths = workspacePaths(directory);
  try {
    const folder = await makeFolder(directory);
    if (await isThere(paths.file)) return occupied(directory);
    for (const orphan of [paths.database, paths.journal, paths.next])
      if (await isThere(orphan)) return orphaned(directory, orphan);
    const target = vaultTarget({ directory, info: { ...facts, protection: protection.kind } });
    const { bound } = target;
    const secrets: Secrets = { databaseKey: newDatabaseKey(), apiKey, platformToken, bound };
    const vault = await wrapSecrets(secrets, protection, target);
    if (!vault.ok) {
      await folder.takeBack([]);
      return vault;
    }
    const file: WorkspaceFile = { version: versionFor(facts), ...facts, vault: vault.value };
    await writeFileAtomic(paths.file, `${JSON.stringify(file, null, 2)}\n`);
    return success({ workspace: toWorkspace(directory, file), secrets });
  } catch (error) {
    return diskFailure(error, t('Making the workspace in {directory}', { directory }));
  }
}

function occupied(directory: string): Result<never> {
  return failure(
    'invalid-input',
    t('{directory} holds a workspace already. It was left as it is.', { directory }),
    t('Choose another folder, or open the workspace that is there.'),
  );
}

/** A new key would not fit what lies there, and the old one is gone with its `workspace.json`. */
function orphaned(directory: string, path: string): Result<never> {
  return failure(
    'invalid-input',
    t(
      '{directory} holds {path} of an earlier workspace, whose workspace.json is missing. It was left as it is.',
      { directory, path: basename(path) },
    ),
    t('Put that workspace.json back from a backup, or choose another folder.'),
  );
}

function profileRefused(): Result<never> {
  return failure(
    'invalid-input',
    t('Only a sandbox workspace may keep its key in the profile. Nothing was made.'),
    t('Choose a passphrase.'),
  );
}

import { assertNever } from '@shared/assert-never';
import { failure, type Result, success } from '@shared/contract/failure';
import { diskFailure } from './disk-failure';
import { unlockWorkspace } from './unlock-workspace';
import type { Protection, Unlocking } from './vault/protection';
import type { Secrets } from './vault/secrets';
import type { Vault } from './vault/vault';
import { wrapSecrets } from './vault/wrap-secrets';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { workspaceText } from './workspace-text';
import { writeFileAtomic } from './write-file-atomic';

/** Puts another API key into the vault; the database key stays, and so does the way the vault is kept. */
export async function replaceApiKey(
  workspace: Workspace,
  apiKey: string,
  unlocking: Unlocking,
): Promise<Result<{ readonly workspace: Workspace; readonly secrets: Secrets }>> {
  const { directory, info, vault } = workspace;
  const current = await unlockWorkspace(workspace, unlocking);
  if (!current.ok) return current;
  const protection = sameProtection(vault, unlocking);
  if (!protection.ok) return protection;
  const secrets: Secrets = { databaseKey: current.value.databaseKey, apiKey };
  const paths = workspacePaths(directory);
  try {
    const target = { context: info.id, profileKeyFile: paths.profileKey };
    const wrapped = await wrapSecrets(secrets, protection.value, target);
    if (!wrapped.ok) return wrapped;
    await writeFileAtomic(paths.file, workspaceText(workspace, wrapped.value));
    return success({ workspace: { ...workspace, vault: wrapped.value }, secrets });
  } catch (error) {
    return diskFailure(error, 'Replacing the API key');
  }
}

function sameProtection(vault: Vault, { keyring, passphrase }: Unlocking): Result<Protection> {
  switch (vault.kind) {
    case 'keyring':
      return keyring
        ? success({ kind: 'keyring', keyring })
        : failure('no-keyring', 'No keyring is at hand. Nothing was changed.', 'Use the desktop app.');
    case 'passphrase':
      return success({ kind: 'passphrase', passphrase: passphrase ?? '' });
    case 'profile':
      return success({ kind: 'profile' });
    default:
      return assertNever(vault);
  }
}

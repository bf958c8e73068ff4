import { rename, rm } from 'node:fs/promises';
import { diskFailure } from '@main/workspace/disk-failure';
import { readIfThere } from '@main/workspace/if-there';
import { newDatabaseKey } from '@main/workspace/new-database-key';
import { workspaceOfText } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Secrets } from '@main/workspace/vault/secrets';
import { wrapSecrets } from '@main/workspace/vault/wrap-secrets';
import { vaultTarget } from '@main/workspace/vault-target';
import type { Workspace } from '@main/workspace/workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { workspaceText } from '@main/workspace/workspace-text';
import { writeFileAtomic } from '@main/workspace/write-file-atomic';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { readSecret } from './read-secret';
import { withUnlocked } from './with-workspace';

/**
 * A new database key under a new passphrase; whoever knows the old ones can open nothing any more.
 *
 *     workspace.json.next (new key, new passphrase) ──> database ──> journal ──> workspace.json.next becomes workspace.json
 *
 * Logins at proxies that were kept under the old key go: a proxy asks again.
 *
 * A crash on the way is gone over by the same command with the same two passphrases: a key in `workspace.json.next`
 * that fits the database already is the one to go on with.
 */
export function rekeyWorkspace(directory: string): Promise<Result<WorkspaceInfo>> {
  return withUnlocked(directory, async ({ workspace, secrets }) => {
    const passphrase = await readSecret('TENANTRY_NEW_PASSPHRASE');
    if (!passphrase.ok) return passphrase;
    const { file, next, proxyLogins, windows } = workspacePaths(directory);
    try {
      const wanted = await nextSecrets(workspace, secrets, passphrase.value);
      if (!wanted.ok) return wanted;
      const { rekeyClosed } = await import('@main/engine/maintenance/closed-workspace');
      const rekeyed = await rekeyClosed(directory, secrets.databaseKey, wanted.value.databaseKey);
      if (!rekeyed.ok) return rekeyed;
      await rm(proxyLogins, { force: true });
      await rm(windows, { force: true });
      await rename(next, file);
      return success({ ...workspace.info, protection: 'passphrase' });
    } catch (error) {
      return diskFailure(error, 'The change of the key');
    }
  });
}

/** The secrets in `workspace.json.next`: of a change that was begun before, or fresh ones. */
async function nextSecrets(
  workspace: Workspace,
  secrets: Secrets,
  passphrase: string,
): Promise<Result<Secrets>> {
  const { directory } = workspace;
  const paths = workspacePaths(directory);
  const begun = await readBegun(directory, paths.next);
  const found = begun && (await unlockWorkspace(begun, { passphrase }));
  if (found?.ok) return found;
  const { isUnderAnotherKey } = await import('@main/engine/maintenance/closed-workspace');
  if (isUnderAnotherKey(directory, secrets.databaseKey)) return otherPassphrase();
  const fresh: Secrets = { ...secrets, databaseKey: newDatabaseKey() };
  const vault = await wrapSecrets(fresh, { kind: 'passphrase', passphrase }, vaultTarget(workspace));
  if (!vault.ok) return vault;
  await writeFileAtomic(paths.next, workspaceText(workspace, vault.value));
  return success(fresh);
}

async function readBegun(directory: string, next: string): Promise<Workspace | null> {
  const text = await readIfThere(next);
  const begun = text === null ? null : workspaceOfText(text, directory);
  return begun?.ok ? begun.value : null;
}

function otherPassphrase(): Result<never> {
  return failure(
    'wrong-passphrase',
    'A change of the key was cut off, and this is not the new passphrase that it was begun with. Nothing was changed.',
    'Set TENANTRY_NEW_PASSPHRASE to the one it was begun with.',
  );
}

import { existsSync } from 'node:fs';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { bindVault } from '@main/workspace/bind-vault';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Secrets } from '@main/workspace/vault/secrets';
import type { Workspace } from '@main/workspace/workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { failure, type Result } from '@shared/contract/failure';
import { proxiedFetch } from './proxied-fetch';
import { readSecret } from './read-secret';

/** A workspace that this process has to itself, with what its vault holds. */
export interface Unlocked {
  readonly workspace: Workspace;
  readonly secrets: Secrets;
}

/** Unlocks the workspace for one command, alone; its database stays closed. */
export async function withUnlocked<T>(
  directory: string,
  command: (unlocked: Unlocked) => Promise<Result<T>>,
): Promise<Result<T>> {
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { protection } = workspace.value.info;
  if (protection === 'keyring') return keyringOnly(directory);
  const passphrase = protection === 'passphrase' ? await readSecret('TENANTRY_PASSPHRASE') : null;
  if (passphrase !== null && !passphrase.ok) return passphrase;

  const lock = await lockWorkspace(directory);
  if (!lock.ok) return lock;
  try {
    const secrets = await unlockWorkspace(
      workspace.value,
      passphrase === null ? {} : { passphrase: passphrase.value },
    );
    if (!secrets.ok) return secrets;
    const unlocking = passphrase === null ? {} : { passphrase: passphrase.value };
    const bound = await bindVault(workspace.value, secrets.value, unlocking);
    const result = await command({ workspace: bound, secrets: secrets.value });
    const halfway =
      !result.ok && result.error.code === 'wrong-key' && existsSync(workspacePaths(directory).next);
    return halfway ? rekeyFirst(directory) : result;
  } finally {
    await lock.value.release();
  }
}

/** Opens the workspace for one command, alone, and closes it whatever the command does. */
export function withWorkspace<T>(
  directory: string,
  command: (engine: Engine, unlocked: Unlocked) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withUnlocked(directory, async (unlocked) => {
    const through = proxiedFetch(process.env);
    if (!through.ok) return through;
    const { id, name, scenario, url } = unlocked.workspace.info;
    const engine = await openEngine({
      directory,
      ...unlocked.secrets,
      url,
      workspace: { id, name, scenario },
      fetch: through.value,
    });
    if (!engine.ok) return engine;
    try {
      return await command(engine.value, unlocked);
    } finally {
      await engine.value.close();
    }
  });
}

function rekeyFirst(directory: string): Result<never> {
  return failure(
    'wrong-key',
    `A change of the key of ${directory} was cut off. Nothing is lost, and nothing was changed now.`,
    'Run rekey again with the same two passphrases: it goes on where it stopped.',
  );
}

function keyringOnly(directory: string): Result<never> {
  return failure(
    'no-keyring',
    `The key of the workspace in ${directory} is kept in the desktop's keyring, which the command line does not reach.`,
    'Make a workspace for the command line with init: it is protected by TENANTRY_PASSPHRASE.',
  );
}

import { existsSync } from 'node:fs';
import type { Engine } from '@main/engine/engine';
import { bindVault } from '@main/workspace/bind-vault';
import { lockedWorkspace } from '@main/workspace/lock/locked-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Unlocking } from '@main/workspace/vault/protection';
import type { Secrets } from '@main/workspace/vault/secrets';
import { labelOf, type Workspace } from '@main/workspace/workspace';
import { workspacePaths } from '@main/workspace/workspace-paths';
import { failure, type Result } from '@shared/contract/failure';
import { proxiedFetch } from './proxied-fetch';
import { readSecret } from './read-secret';

/** A workspace that this process has to itself, with what its vault holds. */
export interface Unlocked {
  readonly workspace: Workspace;
  readonly secrets: Secrets;
  /** What opened the vault, and opens it again. */
  readonly unlocking: Unlocking;
}

export interface Opening {
  /** How the vault is opened; only for the address that it was sealed for, unless told otherwise. */
  readonly unlock?: typeof unlockWorkspace;
  /** The key to use in the place of the one that is kept. */
  readonly apiKey?: string;
}

/** Unlocks the workspace for one command, alone; its database stays closed. */
export async function withUnlocked<T>(
  directory: string,
  command: (unlocked: Unlocked) => Promise<Result<T>>,
  { unlock = unlockWorkspace }: Pick<Opening, 'unlock'> = {},
): Promise<Result<T>> {
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { protection } = workspace.value.info;
  if (protection === 'keyring') return keyringOnly(directory);
  const passphrase = protection === 'passphrase' ? await readSecret('TENANTRY_PASSPHRASE') : null;
  if (passphrase !== null && !passphrase.ok) return passphrase;

  const locked = await lockedWorkspace(workspace.value);
  if (!locked.ok) return locked;
  try {
    const unlocking = passphrase === null ? {} : { passphrase: passphrase.value };
    const secrets = await unlock(locked.value.workspace, unlocking);
    if (!secrets.ok) return secrets;
    const bound = await bindVault(locked.value.workspace, secrets.value, unlocking);
    const result = await command({ workspace: bound, secrets: secrets.value, unlocking });
    const halfway =
      !result.ok && result.error.code === 'wrong-key' && existsSync(workspacePaths(directory).next);
    return halfway ? rekeyFirst(directory) : result;
  } finally {
    await locked.value.lock.release();
  }
}

/** Opens the workspace for one command, alone, and closes it whatever the command does. */
export function withWorkspace<T>(
  directory: string,
  command: (engine: Engine, unlocked: Unlocked) => Promise<Result<T>>,
  opening: Opening = {},
): Promise<Result<T>> {
  const work = async (unlocked: Unlocked): Promise<Result<T>> => {
    const through = await proxiedFetch(process.env);
    if (!through.ok) return through;
    const { info } = unlocked.workspace;
    const { openEngine } = await import('@main/engine/open-engine');
    const engine = await openEngine({
      directory,
      ...unlocked.secrets,
      // With a key of its own the opening may be at another address than the one that a token was sealed for.
      ...(opening.apiKey !== undefined && { apiKey: opening.apiKey, platformToken: undefined }),
      url: info.url,
      workspace: labelOf(info),
      fetch: through.value,
    });
    if (!engine.ok) return engine;
    try {
      return await command(engine.value, unlocked);
    } finally {
      await engine.value.close();
    }
  };
  return withUnlocked(directory, work, opening);
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

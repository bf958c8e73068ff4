import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { failure, type Result } from '@shared/contract/failure';
import { readSecret } from './read-secret';

/** Opens the workspace for one command, alone, and closes it whatever the command does. */
export async function withWorkspace<T>(
  directory: string,
  command: (engine: Engine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { info } = workspace.value;
  if (info.protection === 'keyring') return keyringOnly(directory);
  const passphrase = info.protection === 'passphrase' ? await readSecret('TENANTRY_PASSPHRASE') : null;
  if (passphrase !== null && !passphrase.ok) return passphrase;

  const lock = await lockWorkspace(directory);
  if (!lock.ok) return lock;
  try {
    const secrets = await unlockWorkspace(
      workspace.value,
      passphrase === null ? {} : { passphrase: passphrase.value },
    );
    if (!secrets.ok) return secrets;
    const { id, name, scenario, url } = info;
    const engine = await openEngine({
      directory,
      ...secrets.value,
      url,
      workspace: { id, name, scenario },
      fetch,
    });
    if (!engine.ok) return engine;
    try {
      return await command(engine.value);
    } finally {
      await engine.value.close();
    }
  } finally {
    await lock.value.release();
  }
}

function keyringOnly(directory: string): Result<never> {
  return failure(
    'no-keyring',
    `The key of the workspace in ${directory} is kept in the desktop's keyring, which the command line does not reach.`,
    'Make a workspace for the command line with init: it is protected by TENANTRY_PASSPHRASE.',
  );
}

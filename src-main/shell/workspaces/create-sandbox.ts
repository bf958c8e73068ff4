import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newWorkspaceId } from '@main/workspace/new-workspace-id';
import type { Result } from '@shared/contract/failure';
import type { ShellInputOf } from '@shared/contract/shell';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { sandboxWorlds } from '@shared/domain/scenario';
import type { NewWorkspace } from '../../workspace/create-workspace';
import type { Keyring } from '../../workspace/vault/keyring';
import type { RunningSandbox } from '../sandbox/supervise-sandbox';
import { chooseProtection } from './choose-protection';
import { unlessDone } from './current-workspace';
import { makeFolder } from './make-folder';
import { type ProcessParts, sandboxSecrets, startSandboxOf } from './opened-workspace';

interface SandboxParts {
  readonly parts: ProcessParts & {
    readonly root: string;
    readonly keyring: Keyring | null;
    readonly now: () => number;
  };
  /** Makes and opens a workspace over a service that runs. */
  readonly create: (wanted: NewWorkspace, running: RunningSandbox) => Promise<Result<WorkspaceInfo>>;
}

/** Starts the service of a new sandbox workspace, and makes and opens the workspace. What fails is cleared away. */
export async function createSandbox(
  { parts, create }: SandboxParts,
  { scenario, passphrase }: ShellInputOf<'createSandbox'>,
): Promise<Result<WorkspaceInfo>> {
  const protection = chooseProtection('sandbox', passphrase, parts.keyring);
  if (!protection.ok) return protection;
  const { world, name } = sandboxWorlds[scenario];
  const id = newWorkspaceId(name);
  const directory = join(parts.root, id);
  const folderMade = await makeFolder(directory);
  if (!folderMade.ok) return folderMade;
  const clearAway = (): Promise<void> => rm(directory, { recursive: true, force: true });
  return unlessDone(clearAway, async () => {
    const sandbox = await startSandboxOf(directory, world, 0, parts);
    if (!sandbox.ok) return sandbox;
    const { value: running } = sandbox;
    return unlessDone(running.stop, () =>
      create(
        {
          directory,
          id,
          name,
          scenario,
          kind: 'sandbox',
          environment: 'sandbox',
          url: running.url,
          ...sandboxSecrets(scenario, running),
          protection: protection.value,
          createdAt: parts.now(),
        },
        running,
      ),
    );
  });
}

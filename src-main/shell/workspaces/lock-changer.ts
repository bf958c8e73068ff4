import { failure, type Result, success } from '@shared/contract/failure';
import type { ShellCalls } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { changePassphrase } from '../../workspace/change-passphrase';
import { keyFault } from '../../workspace/key-fault';
import { lockedWorkspace } from '../../workspace/lock/locked-workspace';
import { readWorkspace } from '../../workspace/read-workspace';
import { replaceApiKey } from '../../workspace/replace-api-key';
import { setPlatformToken } from '../../workspace/set-platform-token';
import type { Unlocking } from '../../workspace/vault/protection';
import type { Workspace } from '../../workspace/workspace';
import { type Elsewhere, openElsewhere } from './elsewhere';
import type { OpenedWorkspace } from './opened-workspace';

type Input<C extends keyof ShellCalls> = z.output<ShellCalls[C]['input']>;

interface LockParts {
  readonly folder: (id: WorkspaceId) => string;
  readonly unlocking: (passphrase: string | undefined) => Unlocking;
  readonly elsewhere: Pick<Elsewhere, 'keysOf'>;
  readonly opened: () => OpenedWorkspace | null;
}

/** Changes what a workspace's vault holds, or what it is locked with. Its engine starts anew with what it holds then. */
export function createLockChanger({ folder, unlocking, elsewhere, opened }: LockParts) {
  const openedAs = (id: WorkspaceId): OpenedWorkspace | null => {
    const one = opened();
    return one?.info.id === id ? one : null;
  };
  /** Other windows that only wait for its passphrase have no engine of it. */
  const isOpenElsewhere = (id: WorkspaceId): boolean => (elsewhere.keysOf(id)?.apiKeyOf(id) ?? null) !== null;
  /** Does something to the vault while nobody else opens it: who has it open here has its lock already. */
  const alone = async (
    id: WorkspaceId,
    work: (workspace: Workspace) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    if (isOpenElsewhere(id)) return openElsewhere();
    const known = await readWorkspace(folder(id));
    if (!known.ok) return known;
    if (openedAs(id) !== null) return work(known.value);
    const locked = await lockedWorkspace(known.value);
    if (!locked.ok) return locked;
    try {
      return await work(locked.value.workspace);
    } finally {
      await locked.value.lock.release();
    }
  };
  return {
    replaceApiKey: ({ id, apiKey, passphrase }: Input<'replaceApiKey'>): Promise<Result<null>> =>
      alone(id, async (workspace) => {
        const wrong = keyFault(apiKey);
        if (wrong !== null) return wrong;
        // One that is not open is tried by its engine, when it is opened: another instance's key is refused there.
        const tried = await (openedAs(id)?.engine().tryKey(apiKey) ?? success(null));
        if (!tried.ok) return tried;
        const replaced = await replaceApiKey(workspace, apiKey, unlocking(passphrase));
        if (!replaced.ok) return replaced;
        await openedAs(id)?.restart(replaced.value.secrets);
        return success(null);
      }),
    async setPlatformToken({ id, token, passphrase }: Input<'setPlatformToken'>): Promise<Result<null>> {
      const open = openedAs(id);
      if (open === null) return notOpen();
      const workspace = await readWorkspace(folder(id));
      if (!workspace.ok) return workspace;
      // A sandbox knows its own token, and it is the only one that opens it.
      const given = token === null ? null : (open.sandbox?.platformToken ?? token);
      const wrong = given === null ? null : keyFault(given);
      if (wrong !== null) return wrong;
      const tried = given === null ? success(null) : await open.engine().tryPlatformToken(given);
      if (!tried.ok) return tried;
      const kept = await setPlatformToken(workspace.value, given, unlocking(passphrase));
      if (!kept.ok) return kept;
      await open.restart(kept.value.secrets);
      return success(null);
    },
    changePassphrase: ({ id, passphrase, next }: Input<'changePassphrase'>): Promise<Result<null>> =>
      alone(id, async (workspace) => {
        const changed = await changePassphrase(workspace, passphrase, next);
        return changed.ok ? success(null) : changed;
      }),
  };
}

function notOpen(): Result<never> {
  return failure('invalid-input', t('This workspace is not open. Nothing was changed.'), t('Open it first.'));
}

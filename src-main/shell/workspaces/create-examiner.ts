import { dirname, join } from 'node:path';
import { failed, fine, type Tell } from '@main/doctor/checks';
import { examineDisk, examineFolder, openingCheck } from '@main/doctor/examine-folder';
import { bindVault } from '@main/workspace/bind-vault';
import { listWorkspaces } from '@main/workspace/list-workspaces';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Keyring } from '@main/workspace/vault/keyring';
import type { Unlocking } from '@main/workspace/vault/protection';
import type { Workspace } from '@main/workspace/workspace';
import { type Failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceId } from '@shared/domain/ids';
import type { ForkEngine } from '../engine/ask-in-process';
import { examineInProcess } from '../engine/examine-in-process';
import type { OpenedWorkspace } from './opened-workspace';

interface ExaminerParts {
  /** The folder that holds a folder for each workspace. */
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly unlocking: (passphrase: string | undefined) => Unlocking;
  readonly forkEngine: ForkEngine;
  /** One after the other with all that opens and closes workspaces. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly opened: () => OpenedWorkspace | null;
}

export interface ToExamine {
  /** A workspace; left out: this machine, and whether its workspaces can be read. */
  readonly id?: WorkspaceId | undefined;
  readonly passphrase?: string | undefined;
}

interface Run {
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** Examinations of the window, one at a time: each check is told as it is made. `stop` ends the one of a closed workspace. */
export function createExaminer(parts: ExaminerParts) {
  const { root, keyring, unlocking, forkEngine, inTurn, opened } = parts;
  let under = new AbortController();

  /** Locks, unlocks and examines a workspace that nobody has open; gives it free again. */
  async function closed(workspace: Workspace, passphrase: string | undefined, run: Run) {
    const { tell, signal } = run;
    const { directory } = workspace;
    const told = ({ code, ...failure }: Failure): Result<null> => {
      tell(failed(openingCheck[code] ?? 'key', { code, ...failure }));
      return success(null);
    };
    const lock = await lockWorkspace(directory);
    if (!lock.ok) return told(lock.error);
    try {
      tell(fine('lock', 'nobody else has it open'));
      const secrets = await unlockWorkspace(workspace, unlocking(passphrase));
      if (!secrets.ok) return told(secrets.error);
      tell(fine('key', 'it opens'));
      const bound = await bindVault(workspace, secrets.value, unlocking(passphrase));
      const { id, name, scenario, url, snapshot } = bound.info;
      const start = { directory, ...secrets.value, url, workspace: { id, name, scenario, snapshot } };
      return await examineInProcess(forkEngine, start, tell, signal);
    } finally {
      await lock.value.release();
    }
  }

  async function examine({ id, passphrase }: ToExamine, run: Run): Promise<Result<null>> {
    const { tell } = run;
    const { electron = '', node } = process.versions;
    tell(fine('version', `Electron ${electron}, Node ${node}, ${process.platform} ${process.arch}`));
    if (id === undefined) return machine({ root, keyring }, tell);
    const workspace = await examineFolder(join(root, id), tell);
    if (workspace === null) return success(null);
    const open = opened();
    if (open?.info.id !== id) return closed(workspace, passphrase, run);
    tell(fine('lock', 'this window has it open'));
    tell(fine('key', 'it opens'));
    return open.examine(tell);
  }

  return {
    stop: (): void => under.abort(),
    examine(which: ToExamine, tell: Tell): Promise<Result<null>> {
      under.abort();
      under = new AbortController();
      const run = { tell, signal: under.signal };
      // Of an open one its engine is asked, which goes on meanwhile; a closed one is locked as long.
      return opened()?.info.id === (which.id ?? null)
        ? examine(which, run)
        : inTurn(() => examine(which, run));
    },
  };
}

/** What every workspace of this profile stands on, and which of them cannot be read. */
async function machine(
  { root, keyring }: Pick<ExaminerParts, 'root' | 'keyring'>,
  tell: Tell,
): Promise<Result<null>> {
  await examineDisk(dirname(root), tell);
  tell(
    fine('key', keyring === null ? 'no system keyring: a passphrase protects keys' : 'the system keyring'),
  );
  const listed = await listWorkspaces(root);
  if (!listed.ok) tell(failed('workspace', listed.error));
  else {
    tell(fine('workspace', `${listed.value.workspaces.length} on this machine can be read`));
    for (const { failure } of listed.value.broken) tell(failed('workspace', failure));
  }
  return success(null);
}

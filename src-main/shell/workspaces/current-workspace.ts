import { rm } from 'node:fs/promises';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { bindVault } from '../../workspace/bind-vault';
import { createWorkspace, type NewWorkspace } from '../../workspace/create-workspace';
import type { WorkspaceLock } from '../../workspace/lock/lock-workspace';
import { type LockedWorkspace, lockedWorkspace } from '../../workspace/lock/locked-workspace';
import { readWorkspace } from '../../workspace/read-workspace';
import { unlockWorkspace } from '../../workspace/unlock-workspace';
import type { Unlocking } from '../../workspace/vault/protection';
import type { Secrets } from '../../workspace/vault/secrets';
import type { Workspace } from '../../workspace/workspace';
import type { RunningSandbox } from '../sandbox/supervise-sandbox';
import { type OpenedWorkspace, type ProcessParts, startWorkspace, type ToStart } from './opened-workspace';

interface CurrentParts extends ProcessParts {
  readonly folder: (id: WorkspaceId) => string;
  readonly unlocking: (passphrase: string | undefined) => Unlocking;
  /** Ends what works for the open one besides its processes, before it closes. */
  readonly leave: () => Promise<void>;
}

/** Handed to a pool by its platform. */
type Limits = ToStart['limits'];

/** The workspace that is open in one group of windows: one at a time, and one thing is done to it at a time. */
export interface CurrentWorkspace {
  opened(): OpenedWorkspace | null;
  /** Opens one and closes the one before; an engine that gave up starts anew. */
  open(input: {
    readonly id: WorkspaceId;
    readonly passphrase?: string | undefined;
    readonly limits?: Limits;
  }): Promise<Result<WorkspaceInfo>>;
  /** Makes and opens one; what does not open is cleared away. `running`: its service, where that runs already. */
  create(
    wanted: NewWorkspace,
    running: RunningSandbox | null,
    limits?: Limits,
  ): Promise<Result<WorkspaceInfo>>;
  /** It is open no more, whatever fails on the way. */
  close(): Promise<void>;
  /** Closes it while something else takes its place; where that fails it opens again, as it was, or is told to be closed. */
  closedFor<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
}

export function createCurrentWorkspace(parts: CurrentParts): CurrentWorkspace {
  const { folder, unlocking } = parts;
  let opened: OpenedWorkspace | null = null;

  const close = async (): Promise<void> => {
    if (opened !== null) await parts.leave();
    const last = opened;
    opened = null;
    await last?.close();
  };
  const start = async (
    workspace: Workspace,
    secrets: Secrets,
    lock: WorkspaceLock,
    running: RunningSandbox | null = null,
    limits?: Limits,
  ): Promise<Result<WorkspaceInfo>> => {
    await close();
    const started = await startWorkspace({ workspace, secrets, lock, running, limits }, parts);
    if (!started.ok) return started;
    opened = started.value;
    return success(opened.info);
  };

  return {
    opened: () => opened,
    close,
    async closedFor(work) {
      const last = opened;
      await close();
      let again: Result<unknown> = success(null);
      const done = await unlessDone(async () => {
        if (last === null) return;
        const { workspace: known, secrets } = last;
        again = await holding(known, ({ workspace, lock }) => start(workspace, secrets(), lock));
      }, work);
      return done.ok ? done : stillClosed(done.error, again);
    },
    async open({ id, passphrase, limits }) {
      if (opened?.info.id === id) {
        if (opened.engine().state().kind === 'failed') await opened.restart();
        return success(opened.info);
      }
      const known = await readWorkspace(folder(id));
      if (!known.ok) return known;
      return holding(known.value, async ({ workspace, lock }) => {
        const secrets = await unlockWorkspace(workspace, unlocking(passphrase));
        if (!secrets.ok) return secrets;
        const bound = await bindVault(workspace, secrets.value, unlocking(passphrase));
        return start(bound, secrets.value, lock, null, limits);
      });
    },
    async create(wanted, running, limits) {
      const made = await createWorkspace(wanted);
      if (!made.ok) return made;
      const { workspace, secrets } = made.value;
      return unlessDone(
        () => rm(workspace.directory, { recursive: true, force: true }),
        () => holding(workspace, ({ lock }) => start(workspace, secrets, lock, running, limits)),
      );
    },
  };
}

/** Why something did not come about, with why what was closed for it did not open again. */
function stillClosed(error: Failure, again: Result<unknown>): Result<never> {
  if (again.ok) return { ok: false, error };
  const { message: why, next } = again.error;
  return failure(
    error.code,
    t('{message} The workspace that was closed for it did not open again: {why}', {
      message: error.message,
      why,
    }),
    next,
  );
}

/** Does what needs the lock and keeps it. Where it does not come about, refused or broken off by a bug, the lock is given free. */
async function holding<T>(
  known: Workspace,
  work: (locked: LockedWorkspace) => Promise<Result<T>>,
): Promise<Result<T>> {
  const locked = await lockedWorkspace(known);
  return locked.ok ? unlessDone(locked.value.lock.release, () => work(locked.value)) : locked;
}

/** Undoes what was prepared for a piece of work that did not come about. */
export async function unlessDone<T>(
  undo: () => Promise<void>,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  let done = false;
  try {
    const result = await work();
    done = result.ok;
    return result;
  } finally {
    if (!done) await undo();
  }
}

import { bindVault } from '@main/workspace/bind-vault';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Unlocking } from '@main/workspace/vault/protection';
import { failure, type Result } from '@shared/contract/failure';
import type { PoolHits } from '@shared/contract/pool-hits';
import type { WorkspaceId } from '@shared/domain/ids';
import { askInProcess, type ForkEngine } from '../engine/ask-in-process';

interface PoolQuestion {
  readonly fork: ForkEngine;
  /** Folder of the copy. */
  readonly directory: string;
  /** The open platform, which the copy must be of; null while none is open. */
  readonly platform: WorkspaceId | null;
  readonly unlocking: Unlocking;
  readonly text: string;
  /** Ends the search. */
  readonly signal: AbortSignal;
}

/** Searches of a window, one at a time; `stop` ends the one under way. */
export function createPoolSearch(fork: ForkEngine) {
  let under = new AbortController();
  return {
    search(question: Omit<PoolQuestion, 'fork' | 'signal'>): Promise<Result<PoolHits>> {
      under = new AbortController();
      return searchPool({ ...question, fork, signal: under.signal });
    },
    stop: (): void => under.abort(),
  };
}

/**
 * Looks for a person in one copied pool of the open platform: with that pool's own key, in a process of its own, which has ended when the
 * next pool is asked. Nothing of the answer is kept on this side.
 */
export async function searchPool(question: PoolQuestion): Promise<Result<PoolHits>> {
  const { fork, directory, platform, unlocking, text, signal } = question;
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { info } = workspace.value;
  if (platform === null || info.platform?.workspaceId !== platform) return notOfPlatform(info.name);
  const lock = await lockWorkspace(directory);
  if (!lock.ok) return lock;
  try {
    const secrets = await unlockWorkspace(workspace.value, unlocking);
    if (!secrets.ok) return secrets;
    const bound = await bindVault(workspace.value, secrets.value, unlocking);
    const { id, name, scenario, url } = bound.info;
    const start = { directory, ...secrets.value, url, workspace: { id, name, scenario } };
    return await askInProcess(
      fork,
      { kind: 'find', start, text },
      (message) => (message.kind === 'found' ? message.result : undefined),
      () => died(name),
      signal,
    );
  } finally {
    await lock.value.release();
  }
}

function notOfPlatform(name: string): Result<never> {
  return failure(
    'invalid-input',
    `${name} is no copy of the platform that is open. It was not asked.`,
    'Open its platform’s workspace first.',
  );
}

function died(name: string): Result<never> {
  return failure(
    'engine-stopped',
    `The process that looked in the people of ${name} stopped. Its copy is as it was.`,
    'Try again; if it comes back, open that workspace and check its copy in Settings.',
  );
}

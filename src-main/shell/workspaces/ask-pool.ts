import { bindVault } from '@main/workspace/bind-vault';
import { lockedWorkspace } from '@main/workspace/lock/locked-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Unlocking } from '@main/workspace/vault/protection';
import { labelOf } from '@main/workspace/workspace';
import { failure, type Result } from '@shared/contract/failure';
import type { PoolReviewOrder } from '@shared/contract/fleet-reviews';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { askInProcess, type ForkEngine } from '../engine/ask-in-process';
import type { FromEngineProcess } from '../engine/engine-messages';

/** What a copied pool is asked. */
type Asked =
  | { readonly kind: 'find'; readonly text: string }
  | { readonly kind: 'count'; readonly path: string }
  | { readonly kind: 'review'; readonly order: z.output<typeof PoolReviewOrder> };

interface PoolQuestion<T> {
  readonly fork: ForkEngine;
  /** Folder of the copy. */
  readonly directory: string;
  /** The open platform, which the copy must be of; null while none is open. */
  readonly platform: WorkspaceId | null;
  readonly unlocking: Unlocking;
  readonly asked: Asked;
  /** The answer among what its process says. */
  readonly answerOf: (message: FromEngineProcess) => Result<T> | undefined;
  /** Ends the search. */
  readonly signal: AbortSignal;
}

/** Questions of a window, one at a time; `stop` ends the one under way and those that wait for their turn. */
export function createPoolQuestions(fork: ForkEngine, inTurn: <T>(work: () => Promise<T>) => Promise<T>) {
  const asked = new Set<AbortController>();
  return {
    /** @param question made once its turn has come: another platform may be open by then */
    async ask<T>(question: () => Omit<PoolQuestion<T>, 'fork' | 'signal'>): Promise<Result<T>> {
      const own = new AbortController();
      asked.add(own);
      try {
        return await inTurn(() => askPool({ ...question(), fork, signal: own.signal }));
      } finally {
        asked.delete(own);
      }
    },
    stop: (): void => {
      for (const each of asked) each.abort();
    },
  };
}

/**
 * Asks one copied pool of the open platform: with that pool's own key, in a process of its own, which has ended when the
 * next pool is asked. Nothing of the answer is kept on this side.
 */
export async function askPool<T>(question: PoolQuestion<T>): Promise<Result<T>> {
  const { fork, directory, platform, unlocking, asked, answerOf, signal } = question;
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) return workspace;
  const { info } = workspace.value;
  if (signal.aborted) return died(info.name);
  if (platform === null || info.platform?.workspaceId !== platform) return notOfPlatform(info.name);
  const locked = await lockedWorkspace(workspace.value);
  if (!locked.ok) return locked;
  try {
    const secrets = await unlockWorkspace(locked.value.workspace, unlocking);
    if (!secrets.ok) return secrets;
    const bound = await bindVault(locked.value.workspace, secrets.value, unlocking);
    const { name, url } = bound.info;
    const start = { directory, ...secrets.value, url, workspace: labelOf(bound.info) };
    return await askInProcess(fork, { ...asked, start }, answerOf, () => died(name), signal);
  } finally {
    await locked.value.lock.release();
  }
}

function notOfPlatform(name: string): Result<never> {
  return failure(
    'invalid-input',
    t('{name} is no copy of the platform that is open. It was not asked.', { name }),
    t('Open its platform’s workspace first.'),
  );
}

function died(name: string): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that was asked about the people of {name} stopped. Its copy is as it was.', { name }),
    t('Try again; if it comes back, open that workspace and check its copy in Settings.'),
  );
}

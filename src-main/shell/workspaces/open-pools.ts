import type { Result } from '@shared/contract/failure';
import type { PoolReview } from '@shared/contract/fleet-reviews';
import type { PoolCount, PoolHits } from '@shared/contract/pool-hits';
import type { ShellCalls } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import type { z } from 'zod';
import type { Unlocking } from '../../workspace/vault/protection';
import { createPoolQuestions } from './ask-pool';
import { type CopierParts, createPoolCopier, type PoolCopier } from './copy-pools';

type Input<C extends keyof ShellCalls> = z.output<ShellCalls[C]['input']>;

interface PoolParts extends CopierParts {
  /** Of a workspace. */
  readonly folder: (id: WorkspaceId) => string;
  readonly unlocking: (passphrase: string | undefined) => Unlocking;
  /** One thing at a time is done to workspaces. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The copied pools of the open platform: asked one at a time, and copied. */
export interface Pools {
  /** Looks for a person in one copied pool. */
  search(input: Input<'searchPool'>): Promise<Result<PoolHits>>;
  /** Counts whom a setting meets in one copied pool. */
  count(input: Input<'countPool'>): Promise<Result<PoolCount>>;
  /** Works on the part of one copied pool in a review over several applications. */
  review(input: Input<'reviewPool'>): Promise<Result<PoolReview>>;
  readonly copier: PoolCopier;
  /**
   * Does what opens or closes a workspace, maybe one that is being copied: a question to a large pool takes a while and is not waited for,
   * and nothing is copied meanwhile.
   */
  leaving<T>(work: () => Promise<T>): Promise<T>;
  /** Does what may open a new workspace: for the platform that is open copying goes on until it is closed. */
  making<T>(work: () => Promise<T>): Promise<T>;
}

export function createPools(parts: PoolParts): Pools {
  const { fork, opened, folder, unlocking, inTurn } = parts;
  const questions = createPoolQuestions(fork, inTurn);
  const copier = createPoolCopier(parts);
  const placeOf = (id: WorkspaceId, passphrase: string | undefined) => ({
    directory: folder(id),
    platform: opened()?.info.id ?? null,
    unlocking: unlocking(passphrase),
  });
  return {
    // Of two beginnings the second finds the first one under way, and none comes between the end of copying and that of its platform.
    copier: {
      ...copier,
      start: (input) => inTurn(() => copier.start(input)),
      goOn: (passphrase) => inTurn(() => copier.goOn(passphrase)),
    },
    search: ({ id, text, passphrase }) =>
      questions.ask(() => ({
        ...placeOf(id, passphrase),
        asked: { kind: 'find', text },
        answerOf: (message) => (message.kind === 'found' ? message.result : undefined),
      })),
    count: ({ id, path, passphrase }) =>
      questions.ask(() => ({
        ...placeOf(id, passphrase),
        asked: { kind: 'count', path },
        answerOf: (message) => (message.kind === 'counted' ? message.result : undefined),
      })),
    review: ({ id, order, passphrase }) =>
      questions.ask(() => ({
        ...placeOf(id, passphrase),
        asked: { kind: 'review', order },
        answerOf: (message) => (message.kind === 'reviewed' ? message.result : undefined),
      })),
    making: (work) => {
      questions.stop();
      return inTurn(work);
    },
    leaving: (work) => {
      questions.stop();
      return inTurn(async () => {
        await copier.stop();
        return work();
      });
    },
  };
}

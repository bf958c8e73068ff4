import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { HandedLimits } from '../domain/limits/handed-over';
import { PoolReview, PoolReviewOrder } from './fleet-reviews';
import { PoolBudget, PoolCopyRun, PoolsLook } from './pool-copies';
import { PoolCount, PoolHits } from './pool-hits';
import { OpenedInfo } from './workspace-info';

const nothing = z.object({});

/** Pools of the applications of the open platform. */
export const poolCalls = {
  /**
   * Opens the user pool of an application of the open platform workspace, as a workspace of its own: made at the first
   * time, with the key that the platform gives for it. `copy`: the one that is meant, where it may have several. `passphrase` opens one that
   * was made earlier, and never protects a new one: `newPassphrase` does, without which it may be refused as `new-passphrase`. `limits`: what was
   * agreed with its customer, which changes of its people are kept to.
   */
  openApplication: {
    input: z.object({
      applicationId: z.string().min(1).max(200),
      copy: WorkspaceId.optional(),
      passphrase: z.string().max(1_000).optional(),
      newPassphrase: z.string().max(1_000).optional(),
      limits: HandedLimits.nullable().optional(),
    }),
    output: OpenedInfo,
  },
  /** Looks for a person in one copied pool of the open platform; that pool's passphrase where it has one. */
  searchPool: {
    input: z.object({
      id: WorkspaceId,
      text: z.string().trim().min(1).max(500),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolHits,
  },
  /** Whom a setting (its path) meets in one copied pool of the open platform; likewise. */
  countPool: {
    input: z.object({
      id: WorkspaceId,
      path: z.string().max(300),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolCount,
  },
  /** Freezes, reads, closes or signs one copied pool’s part of a review over several applications; likewise. */
  reviewPool: {
    input: z.object({
      id: WorkspaceId,
      order: PoolReviewOrder,
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolReview,
  },
  /** Copies of pools of the open platform, and where the last run over them stands. */
  poolCopies: { input: nothing, output: PoolsLook },
  /**
   * Copies the pools of applications of the open platform in the background, one after the other, those that lack first. The passphrase
   * opens those that have one, and is that of new copies where there is no keyring.
   */
  copyPools: {
    input: z.object({
      applicationIds: z.array(z.string().min(1).max(200)).min(1).max(10_000),
      budget: PoolBudget,
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolCopyRun,
  },
  /** Goes on with the run that was stopped, within what is left of its budget. */
  goOnCopying: { input: z.object({ passphrase: z.string().max(1_000).optional() }), output: PoolCopyRun },
  /** Stops it: what is begun goes on the next time. */
  stopCopying: { input: nothing, output: nothing },
} as const;

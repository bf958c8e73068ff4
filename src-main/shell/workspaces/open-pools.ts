import type { Result } from '@shared/contract/failure';
import type { PoolHits } from '@shared/contract/pool-hits';
import type { ShellCalls } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import type { z } from 'zod';
import type { Unlocking } from '../../workspace/vault/protection';
import { type CopierParts, createPoolCopier, type PoolCopier } from './copy-pools';
import { createPoolSearch } from './search-pool';

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
  search(input: z.output<ShellCalls['searchPool']['input']>): Promise<Result<PoolHits>>;
  readonly copier: PoolCopier;
  /**
   * Does what opens or closes a workspace: a question to a large pool takes a while and is not waited for, and for a platform that is closed
   * nothing is copied.
   */
  leaving<T>(work: () => Promise<T>): Promise<T>;
}

export function createPools(parts: PoolParts): Pools {
  const { fork, opened, folder, unlocking, inTurn } = parts;
  const searches = createPoolSearch(fork);
  const copier = createPoolCopier(parts);
  return {
    copier,
    search: ({ id, text, passphrase }) =>
      inTurn(() =>
        searches.search({
          directory: folder(id),
          platform: opened()?.info.id ?? null,
          unlocking: unlocking(passphrase),
          text,
        }),
      ),
    leaving: (work) => {
      searches.stop();
      return inTurn(async () => {
        await copier.stop();
        return work();
      });
    },
  };
}

import { batchChanges, changeOf } from './batch-changes';
import { commit } from './commit';
import { type ChainEnd, chainEndKey, chainHistory, emptyChain } from './history-chain';
import { createReads } from './read-store';
import type { SqlDriver } from './sqlite-storage/driver';
import type { Store, StoreChange, WriteBatch } from './store';
import { openStoreDatabase } from './store-database';
import { createWriteQueue } from './write-queue';

export interface OpenStoreOptions {
  /** Folder of the workspace's database; made when missing. */
  readonly directory: string;
  /** 32 bytes, hex. */
  readonly key: string;
  /** Name of the database and its file. */
  readonly name?: string;
  /** Milliseconds since 1970: the time of writing. */
  readonly now: () => number;
  /** Another SQLite, or one that fails on purpose (tests). */
  readonly driver?: SqlDriver;
}

/**
 * Opens or creates the database of a workspace.
 *
 * @throws StoreError `wrong-key`, `not-encrypted`, `damaged`, `locked`, `newer-format`, `read-only`, `disk-full`, `io`;
 *   `asStoreFailure` explains it.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { directory, key, name = 'tenantry', driver } = options;
  const database = await openStoreDatabase({ directory, key, name, ...(driver && { driver }) });
  const reads = createReads(database);
  const inTurn = createWriteQueue();
  const listeners = new Set<(change: StoreChange) => void>();
  const [newest] = await reads.history({ limit: 1 });
  let chain: ChainEnd = newest ?? emptyChain;

  async function writeBatch(batch: WriteBatch): Promise<void> {
    const history = chainHistory(chain, batch.history ?? []);
    const end = history.at(-1);
    const kept = end && { [chainEndKey]: { seq: end.seq, hash: end.hash } };
    await commit(database, batchChanges({ ...batch, meta: { ...batch.meta, ...kept } }, history));
    chain = end ?? chain;
    const change = changeOf(batch);
    for (const listener of [...listeners]) listener(change);
  }

  return {
    ...reads,
    write: (batch) => inTurn(async () => writeBatch(typeof batch === 'function' ? await batch() : batch)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: async () => {
      await inTurn(() => database.close());
    },
  };
}

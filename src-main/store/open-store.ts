import { batchChanges, changeOf } from './batch-changes';
import { createStoreCare } from './care/create-store-care';
import { commit } from './commit';
import { type ChainEnd, chainEndKey, chainHistory, emptyChain } from './history-chain';
import { journaled } from './journaled';
import { openSound } from './open-sound';
import type { SqlDriver } from './sqlite-storage/driver';
import type { Store, StoreChange, WriteBatch } from './store';
import { storeName } from './store-database';
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
 * A damaged database is replaced by a new one with everything of the admin's own that is left; `StoreRecovered` tells so,
 * once, and opening again opens the new one.
 *
 * @throws StoreError `wrong-key`, `not-encrypted`, `locked`, `newer-format`, `read-only`, `disk-full`, `io`;
 *   `asStoreFailure` explains it, and `StoreRecovered` too.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { directory, key, name = storeName, driver, now } = options;
  const address = { directory, key, name, ...(driver && { driver }) };
  const { database, reads, journal, newest } = await openSound(address, now());
  const inTurn = createWriteQueue();
  const listeners = new Set<(change: StoreChange) => void>();
  let chain: ChainEnd = newest ?? emptyChain;

  async function writeBatch(batch: WriteBatch): Promise<void> {
    const history = chainHistory(chain, batch.history ?? []);
    const end = history.at(-1);
    const kept = end && { [chainEndKey]: { seq: end.seq, hash: end.hash } };
    const changes = batchChanges({ ...batch, meta: { ...batch.meta, ...kept } }, history);
    await journaled(reads, journal, batch.intents ?? [], () => commit(database, changes));
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
    care: createStoreCare({ database, reads, journal, key, now, inTurn }),
    close: async () => {
      await inTurn(() => database.close());
      await journal.close();
    },
  };
}

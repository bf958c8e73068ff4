import { setTimeout as pause } from 'node:timers/promises';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { buildTexts } from './build-texts';
import { type CollectionName, entityHomes } from './collections';
import { type CollectionChanges, commit } from './commit';
import { createRefresher } from './create-refresher';
import { keptOf } from './decoded-meta';
import { type ChainEnd, chainEndKey, chainHistory, emptyChain } from './history-chain';
import { type IntentJournal, journalPath, openIntentJournal } from './intent-journal';
import { journaled, reviseJournal } from './journaled';
import { concernsAll, keepBeside } from './keep-beside';
import { keptAnswersOf } from './kept-answers';
import { leftUndone } from './left-undone';
import { createStoreMaintenance } from './maintenance/create-store-maintenance';
import { createReads, type StoreReads } from './read-store';
import type { SqlDriver } from './sqlite-storage/driver';
import { removeLeftSalvage } from './sqlite-storage/inspect-damage';
import type { Store, StoreChange, WriteBatch, WritePlan } from './store';
import { openStoreDatabase, type StoreAddress, type StoreDatabase, storeName } from './store-database';
import type { StoreDocument } from './store-document';
import { toDocument } from './to-record';
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
 * @throws StoreError `damaged` (nothing is changed: what can be saved of it is saved when somebody says so, `recover-store.ts`),
 *   `wrong-key`, `not-encrypted`, `locked`, `newer-format`, `read-only`, `disk-full`, `io`; `asStoreFailure` explains it.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { directory, key, name = storeName, driver, now } = options;
  const address = { directory, key, name, ...(driver && { driver }) };
  const { database, reads, journal, newest } = await openSound(address, now());
  const inTurn = createWriteQueue();
  const listeners = new Set<(change: StoreChange) => void>();
  let chain: ChainEnd = newest ?? emptyChain;
  let lastWrite = Number.NEGATIVE_INFINITY;

  /** True where rows are left that keep something of what was written. */
  async function writeBatch(asked: WriteBatch): Promise<boolean> {
    const batch = await keepBeside(reads, asked);
    const history = chainHistory(chain, batch.history ?? []);
    const end = history.at(-1);
    const kept = end && { [chainEndKey]: { seq: end.seq, hash: end.hash } };
    const changes = batchChanges({ ...batch, meta: { ...batch.meta, ...kept } }, history);
    await journaled(reads, journal, batch.intents ?? [], () => commit(database, changes));
    chain = end ?? chain;
    lastWrite = performance.now();
    const change = changeOf(batch);
    for (const listener of [...listeners]) listener(change);
    return concernsAll(batch);
  }

  let open = true;
  const inOrder = (batch: WriteBatch | WritePlan): Promise<boolean> =>
    inTurn(async () => writeBatch(typeof batch === 'function' ? await batch() : batch));
  const refresher = createRefresher(
    reads,
    async (plan) => void (await inOrder(plan)),
    () => open,
  );
  const closing = new AbortController();
  let building: Promise<void> | null = null;
  /** What stops it here, a full disk, stops the search that needs it, which says so. */
  const build = async (afterMs: number): Promise<void> => {
    if (afterMs > 0) await pause(afterMs, undefined, closing).catch(() => undefined);
    const sinceWrite = (): number => performance.now() - lastWrite;
    await buildTexts(database, { goesOn: () => open, sinceWrite }).catch(leftUndone('Indexing texts'));
    building = null;
  };

  const store: Store = {
    ...reads,
    prepareSearch: (afterMs = 0) => {
      building ??= build(afterMs);
      return building;
    },
    write: async (batch) => {
      if (await inOrder(batch)) await refresher.refresh();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    maintenance: createStoreMaintenance({ database, reads, journal, key, now, inTurn }),
    close: async () => {
      open = false;
      closing.abort();
      await building;
      await refresher.ended();
      await inTurn(() => database.close());
      await journal.close();
    },
  };
  keptOf(store);
  keptAnswersOf(store);
  await refresher.refresh();
  return store;
}

/** A batch by collection; of several writes to one document the last counts. Pure. */
function batchChanges(
  batch: WriteBatch,
  history: readonly HistoryEntry[],
): ReadonlyMap<CollectionName, CollectionChanges> {
  const changes = new Map<CollectionName, Map<string, StoreDocument | null>>();
  const set = (name: CollectionName, id: string, document: StoreDocument | null): void => {
    const documents = changes.get(name) ?? new Map<string, StoreDocument | null>();
    changes.set(name, documents.set(id, document));
  };
  for (const { entity, id } of batch.remove ?? []) set(entityHomes[entity].collection, id, null);
  for (const { entity, record } of batch.put ?? []) {
    set(entityHomes[entity].collection, record.id, toDocument(entity, record));
  }
  for (const intent of batch.intents ?? []) set('intents', intent.id, plain(intent));
  for (const changeSet of batch.changeSets ?? []) set('changeSets', changeSet.id, plain(changeSet));
  for (const entry of history) set('history', entry.id, plain(entry));
  for (const [key, value] of Object.entries(batch.meta ?? {})) {
    set('checkpoints', key, value === null ? null : { id: key, value });
  }
  return changes;
}

/** What subscribers are told of a batch. */
function changeOf(batch: WriteBatch): StoreChange {
  return {
    entities: new Set([...(batch.put ?? []), ...(batch.remove ?? [])].map(({ entity }) => entity)),
    intents: (batch.intents ?? []).length > 0,
    changeSets: (batch.changeSets ?? []).length > 0,
    history: (batch.history ?? []).length > 0,
    meta: Object.keys(batch.meta ?? {}),
  };
}

/** Intents, change sets and history entries are plain JSON by their schemas. */
function plain(value: { readonly id: string }): StoreDocument {
  return { ...value } as unknown as StoreDocument;
}

interface SoundStore {
  readonly database: StoreDatabase;
  readonly reads: StoreReads;
  readonly journal: IntentJournal;
  readonly newest: HistoryEntry | undefined;
}

/** Opens a workspace's database with its journal, in step with each other. */
async function openSound(address: StoreAddress, now: number): Promise<SoundStore> {
  const { directory, name, key } = address;
  await removeLeftSalvage(directory);
  const database = await openStoreDatabase(address);
  try {
    const reads = createReads(database);
    const journal = openIntentJournal(journalPath(directory, name), key);
    await reviseJournal(database, reads, journal, now);
    const [newest] = await reads.history({ limit: 1 });
    return { database, reads, journal, newest };
  } catch (error) {
    await database.close();
    throw error;
  }
}

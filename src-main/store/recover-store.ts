import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Salvaged } from '@shared/contract/maintenance';
import { type Intent, isOpen } from '@shared/domain/intent';
import type { CollectionName } from './collections';
import { commit } from './commit';
import { journalPath, openIntentJournal } from './intent-journal';
import { asStoreError } from './sqlite-storage/as-store-error';
import { inspectDamage, salvageFolder } from './sqlite-storage/inspect-damage';
import { inspectFile } from './sqlite-storage/inspect-file';
import { isThere } from './sqlite-storage/is-there';
import { setAside, takePlace } from './sqlite-storage/store-companions';
import { storePath } from './sqlite-storage/store-registry';
import { openStoreDatabase, type StoreAddress } from './store-database';
import type { StoreDocument } from './store-document';
import { documentValues } from './to-record';

/** What only this store knows. Copied rows are left behind: the service has them, and a new sweep brings them. */
const ownCollections = [
  'intents',
  'changeSets',
  'history',
  'checkpoints',
] as const satisfies readonly CollectionName[];

/** Cursors of sweeps speak of rows that are left behind. */
const sweepKeys = /^sync\./;

/** Set while rows of recovered intents wait to be projected anew. */
export const recoveredKey = 'store/recovered';

type Kept = Map<CollectionName, Map<string, StoreDocument>>;

/**
 * Puts a new database in the place of a damaged, closed one, with everything of the admin's own that can still be read: intents
 * (the journal's state counts), change sets, history. The damaged file is kept beside it, and a journal with lines that cannot be
 * read as well: the next opening writes it anew. Until the new one is whole, the damaged one stays where it is.
 *
 * @throws StoreError `disk-full`, `read-only`, `io`, `locked`.
 */
export async function recoverStore(address: StoreAddress, now: number): Promise<Salvaged> {
  const { directory, name } = address;
  const path = storePath(directory, name);
  const { kept, intents, unreadable } = await readOwn(address);
  kept.set(
    'intents',
    new Map(intents.map((intent) => [intent.id, { ...intent } as unknown as StoreDocument])),
  );
  kept.set(
    'checkpoints',
    new Map([...(kept.get('checkpoints') ?? []), [recoveredKey, { id: recoveredKey, value: now }]]),
  );
  let folder: string | undefined;
  try {
    folder = await salvageFolder(directory);
    await fill({ ...address, directory: folder }, kept);
    const journal = join(folder, 'intents');
    if (unreadable > 0) await copyFile(journalPath(directory, name), journal);
    const aside = setAside(path, now);
    await takePlace(storePath(folder, name), path);
    if (unreadable > 0) await rename(journal, `${aside}-intents`);
    return {
      aside,
      openIntents: intents.filter(isOpen).length,
      historyEntries: kept.get('history')?.size ?? 0,
      unreadableLines: unreadable,
    };
  } catch (error) {
    throw asStoreError(error, path);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function fill(address: StoreAddress, kept: Kept): Promise<void> {
  const database = await openStoreDatabase(address);
  try {
    await commit(database, kept);
  } finally {
    await database.close();
  }
}

/** Open intents of a closed store, damaged or not, in the order of staging, and lines of its journal that nobody can read. Nothing in its files is changed. */
export async function readOpenIntents(
  address: StoreAddress,
): Promise<{ readonly open: readonly Intent[]; readonly unreadableLines: number }> {
  const { intents, unreadable } = await readOwn(address);
  return { open: intents.filter(isOpen).sort((a, b) => a.seq - b.seq), unreadableLines: unreadable };
}

async function readOwn(address: StoreAddress) {
  const { directory, key, name, driver } = address;
  const path = storePath(directory, name);
  const kept = await readSurvivors(path, key, driver).catch((error: unknown) => {
    throw asStoreError(error, path);
  });
  const { intents, unreadable } = await openIntentJournal(journalPath(directory, name), key).read();
  const known = new Map(kept.get('intents') as ReadonlyMap<string, unknown> as ReadonlyMap<string, Intent>);
  for (const intent of intents.values()) known.set(intent.id, intent);
  return { kept, intents: [...known.values()], unreadable };
}

async function readSurvivors(path: string, key: string, driver: StoreAddress['driver']): Promise<Kept> {
  const kept: Kept = new Map();
  // Of a plain file in its place nothing is this workspace's.
  if (!isThere(path) || inspectFile(path, key) === 'plaintext') return kept;
  await inspectDamage(path, key, {
    ...(driver && { driver }),
    visit: ({ name }, document) => {
      const own = ownCollections.find((each) => each === name);
      if (own === undefined || document._deleted) return;
      const values = documentValues<StoreDocument>(document as never);
      if (own === 'checkpoints' && sweepKeys.test(values.id)) return;
      kept.set(own, (kept.get(own) ?? new Map()).set(values.id, values));
    },
  });
  return kept;
}

import type { HistoryEntry } from '@shared/domain/history-entry';
import { type IntentJournal, journalPath, openIntentJournal } from './intent-journal';
import { reviseJournal } from './journaled';
import { createReads, type StoreReads } from './read-store';
import { recoverStore } from './recover-store';
import { removeLeftSalvage } from './sqlite-storage/inspect-damage';
import { StoreError } from './sqlite-storage/store-error';
import { openStoreDatabase, type StoreAddress, type StoreDatabase } from './store-database';
import { StoreRecovered } from './store-recovered';

interface SoundStore {
  readonly database: StoreDatabase;
  readonly reads: StoreReads;
  readonly journal: IntentJournal;
  readonly newest: HistoryEntry | undefined;
}

/**
 * Opens a workspace's database with its journal, in step with each other.
 *
 * @throws StoreRecovered when the database was damaged: it has been replaced then.
 */
export async function openSound(address: StoreAddress, now: number): Promise<SoundStore> {
  try {
    await removeLeftSalvage(address.directory);
    return await openBoth(address, now);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error;
    throw new StoreRecovered(await recoverStore(address, now));
  }
}

async function openBoth(address: StoreAddress, now: number): Promise<SoundStore> {
  const { directory, name, key } = address;
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

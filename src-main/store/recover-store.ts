import { existsSync } from 'node:fs';
import { isOpen } from '@shared/domain/intent';
import type { CollectionName } from './collections';
import { commit } from './commit';
import { journalPath, openIntentJournal } from './intent-journal';
import { inspectDamage } from './sqlite-storage/inspect-damage';
import { setAside } from './sqlite-storage/store-companions';
import { storePath } from './sqlite-storage/store-registry';
import { openStoreDatabase, type StoreAddress } from './store-database';
import type { StoreDocument } from './store-document';
import type { Recovery } from './store-recovered';
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
 * Puts a new database in the place of a damaged one, with everything of the admin's own that can still be read: intents
 * (the journal's state counts), change sets, history. The damaged file is kept beside it.
 */
export async function recoverStore(address: StoreAddress, now: number): Promise<Recovery> {
  const { directory, key, name, driver } = address;
  const path = storePath(directory, name);
  const kept = await readSurvivors(path, key, driver);
  const journal = openIntentJournal(journalPath(directory, name), key);
  const { intents, unreadable } = await journal.read();
  const known = kept.get('intents') ?? new Map<string, StoreDocument>();
  for (const intent of intents.values()) known.set(intent.id, { ...intent } as unknown as StoreDocument);
  kept.set('intents', known);
  kept.set(
    'checkpoints',
    new Map([...(kept.get('checkpoints') ?? []), [recoveredKey, { id: recoveredKey, value: now }]]),
  );
  const aside = setAside(path, now);
  const database = await openStoreDatabase(address);
  await commit(database, kept);
  await database.close();
  return {
    aside,
    openIntents: [...known.values()].filter((intent) => isOpen(intent as never)).length,
    historyEntries: kept.get('history')?.size ?? 0,
    unreadableLines: unreadable,
  };
}

async function readSurvivors(path: string, key: string, driver: StoreAddress['driver']): Promise<Kept> {
  const kept: Kept = new Map();
  if (!existsSync(path)) return kept;
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

import { appendFile, rm, stat } from 'node:fs/promises';
import { openStates } from '@shared/domain/intent';
import type { IntentJournal } from '../intent-journal';
import { isInStep } from '../journaled';
import type { StoreReads } from '../read-store';
import { asStoreError } from '../sqlite-storage/as-store-error';
import { backUp } from '../sqlite-storage/back-up';
import { checkIntegrity } from '../sqlite-storage/check-integrity';
import { tableOf } from '../sqlite-storage/collection-source';
import { durableRename } from '../sqlite-storage/durable-rename';
import { PAGE_SIZE } from '../sqlite-storage/page-seal';
import { StoreError } from '../sqlite-storage/store-error';
import { formerCount, storedCollections } from '../sqlite-storage/survivors';
import type { StoreMaintenance } from '../store';
import type { StoreDatabase } from '../store-database';
import type { WriteQueue } from '../write-queue';
import { type BackupManifest, encodeEnd } from './backup-manifest';
import { readBackup } from './read-backup';

export interface StoreMaintenanceParts {
  readonly database: StoreDatabase;
  readonly reads: StoreReads;
  readonly journal: IntentJournal;
  readonly key: string;
  readonly now: () => number;
  readonly inTurn: WriteQueue;
}

export function createStoreMaintenance(parts: StoreMaintenanceParts): StoreMaintenance {
  const { database, reads, journal, key, now, inTurn } = parts;
  const file = () => tableOf(database.intents).file;
  const openIntents = () => reads.intents({ states: openStates });

  return {
    check: async (onProgress) => {
      const { sound, pages, damagedPages, structure } = await checkIntegrity(file(), key, onProgress);
      const { open, reading, behind } = await inTurn(async () => {
        const found = { open: sound ? await openIntents() : [], reading: await journal.read() };
        const lags = sound && !isInStep(found.reading, found.open);
        if (lags) await journal.rewrite(found.open);
        return { ...found, behind: lags };
      });
      const collections = sound ? storedCollections(file()) : [];
      return {
        plain: false,
        verdict: !sound ? 'damaged' : behind ? 'journal-behind' : 'sound',
        pages,
        damagedPages: [...damagedPages],
        structure: [...structure],
        lostCommits: 0,
        collections: collections.map(({ name, table }) => ({
          name,
          readable: formerCount(file(), table) ?? 0,
          lost: 0,
        })),
        journal: {
          openIntents: sound ? open.length : reading.intents.size,
          unreadableLines: reading.unreadable,
        },
      };
    },

    backUp: async (to, label, onProgress) => {
      const unfinished = `${to}.unfinished`;
      try {
        // The copy holds what is there when `backUp` is called: nobody writes between that and the reading of the intents.
        const begun = await inTurn(async () => {
          const open = await openIntents();
          return { open, copied: backUp(file(), key, unfinished, onProgress) };
        });
        const { pages } = await begun.copied;
        const { open } = begun;
        const databaseBytes = pages * PAGE_SIZE;
        const manifest = { madeAt: now(), databaseBytes, label, journal: journal.sealed(open) };
        await appendManifest(unfinished, manifest, key);
        const { size } = await stat(unfinished);
        await durableRename(unfinished, to);
        return { path: to, bytes: size, pages, openIntents: open.length };
      } catch (error) {
        throw asStoreError(error, to);
      } finally {
        await rm(unfinished, { force: true });
      }
    },
  };
}

/**
 * Makes a backup of a copied database: appends the manifest and reads it again.
 *
 * @throws StoreError `io` when it does not come back as it was written.
 */
async function appendManifest(path: string, manifest: BackupManifest, key: string): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(manifest));
  await appendFile(path, Buffer.concat([Buffer.from('\n'), bytes, Buffer.from(encodeEnd(bytes, key))]));
  const backup = await readBackup(path);
  if (!backup.ok || !backup.value.isSealedBy(key)) {
    throw new StoreError('io', `What was written to ${path} cannot be read again.`);
  }
}

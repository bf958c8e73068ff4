import type { IntegrityReport } from '@shared/contract/maintenance';
import { type Intent, isOpen } from '@shared/domain/intent';
import { journalPath, openIntentJournal } from '../intent-journal';
import { isInStep } from '../journaled';
import { asStoreError } from '../sqlite-storage/as-store-error';
import { readMark } from '../sqlite-storage/commit-mark';
import { type DamageVerdict, inspectDamage } from '../sqlite-storage/inspect-damage';
import { inspectFile } from '../sqlite-storage/inspect-file';
import { isThere } from '../sqlite-storage/is-there';
import { signDamage, withdrawSign } from '../sqlite-storage/store-companions';
import { storePath } from '../sqlite-storage/store-registry';
import type { OnProgress } from '../store';
import { storeName } from '../store-database';
import { toIntent } from '../to-record';

/**
 * Judges a closed store: every page, every record that can be read, and the journal. Nothing in the files is changed; a
 * damaged database is signed, so that nobody works on with it, and the sign is taken from one that is sound (a disk that read wrongly).
 *
 * @throws StoreError `disk-full` (a copy is made beside it), `read-only`, `io`, `locked`.
 */
export async function inspectStore(
  directory: string,
  key: string,
  onProgress: OnProgress = () => undefined,
): Promise<IntegrityReport> {
  const path = storePath(directory, storeName);
  const open: Intent[] = [];
  try {
    const plain = inspectFile(path, key) === 'plaintext';
    const readable = !plain && isThere(path);
    const found = readable
      ? await inspectDamage(path, key, {
          onProgress,
          visit: ({ name }, document) => {
            if (name !== 'intents' || document._deleted) return;
            const intent = toIntent(document as never);
            if (isOpen(intent)) open.push(intent);
          },
        })
      : nothingThere(readMark(path, key)?.commits ?? 0);
    const reading = await openIntentJournal(journalPath(directory, storeName), key).read();
    // The sign is for a file of this workspace: the right one, put back, opens.
    if (!plain && isRuined(found)) signDamage(path);
    else if (!plain && found.sound) withdrawSign(path);
    const inStep = isInStep(reading, open);
    return {
      plain,
      verdict: plain || !found.sound ? 'damaged' : inStep ? 'sound' : 'journal-behind',
      pages: found.pages,
      damagedPages: [...found.damagedPages],
      structure: [...found.structure],
      lostCommits: found.lostCommits,
      collections: found.collections.map(({ name, surviving, lost }) => ({
        name,
        readable: surviving,
        lost,
      })),
      journal: {
        openIntents: [...reading.intents.values()].filter(isOpen).length,
        unreadableLines: reading.unreadable,
      },
    };
  } catch (error) {
    throw asStoreError(error, path);
  }
}

type Found = Omit<DamageVerdict, 'log'>;

/** Before the first opening there is no database; with a mark beside it, it is gone. */
function nothingThere(lostCommits: number): Found {
  return {
    sound: lostCommits === 0,
    pages: 0,
    damagedPages: [],
    lostCommits,
    structure: [],
    collections: [],
  };
}

/** Commits that are missing with all pages sound may have gone in a power cut: the opening judges that. */
function isRuined({ sound, lostCommits, damagedPages, structure }: Found): boolean {
  return !sound && (lostCommits === 0 || damagedPages.length > 0 || structure.length > 0);
}

import { type Intent, openStates } from '@shared/domain/intent';
import { canonicalJson } from '@shared/domain/json';
import { commit } from './commit';
import type { IntentJournal, JournalReading } from './intent-journal';
import type { StoreReads } from './read-store';
import { recoveredKey } from './recover-store';
import { tableOf } from './sqlite-storage/collection-source';
import type { StoreDatabase } from './store-database';
import type { StoreDocument } from './store-document';

/** A journal longer than this is written anew when a database is opened. */
const longestBytes = 64 * 1024;

function sameIntent(a: Intent | undefined, b: Intent): boolean {
  return a !== undefined && canonicalJson({ ...a }) === canonicalJson({ ...b });
}

/** Whether a journal can be read as a whole and holds the open intents of its database as they stand there. */
export function isInStep({ intents, unreadable }: JournalReading, open: readonly Intent[]): boolean {
  return unreadable === 0 && open.every((intent) => sameIntent(intents.get(intent.id), intent));
}

/** Puts intents into the journal, then runs the write; one that fails is taken back there, too. */
export async function journaled(
  reads: StoreReads,
  journal: IntentJournal,
  intents: readonly Intent[],
  write: () => Promise<void>,
): Promise<void> {
  if (intents.length === 0) return write();
  await journal.append(intents);
  try {
    await write();
  } catch (error) {
    const ids = intents.map(({ id }) => id);
    // With the disk in trouble even this may fail: a ruined database would then bring an edit back that was refused.
    const before = await reads.intents({ ids }).catch(() => null);
    const known = new Set(before?.map(({ id }) => id));
    if (before)
      await journal
        .append(
          before,
          ids.filter((id) => !known.has(id)),
        )
        .catch(() => undefined);
    throw error;
  }
}

/**
 * Brings journal and freshly opened database into step: what a power cut took from the database comes back from the
 * journal, and a journal that is long or of another database is written anew.
 */
export async function reviseJournal(
  database: StoreDatabase,
  reads: StoreReads,
  journal: IntentJournal,
  now: number,
): Promise<void> {
  const reading = await journal.read();
  const { intents } = reading;
  if (tableOf(database.intents).file.lostCommits > 0 && intents.size > 0) {
    const documents = new Map(
      [...intents].map(([id, intent]) => [id as string, { ...intent } as unknown as StoreDocument]),
    );
    const sign: StoreDocument = { id: recoveredKey, value: now };
    await commit(
      database,
      new Map([
        ['intents', documents],
        ['checkpoints', new Map([[recoveredKey, sign]])],
      ]),
    );
  }
  const open = await reads.intents({ states: openStates });
  if (!isInStep(reading, open) || (await journal.size()) > longestBytes) await journal.rewrite(open);
}

import { createHash } from 'node:crypto';
import { leftUndone } from '@main/store/left-undone';
import type { Store } from '@main/store/store';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { RecordId } from '@shared/domain/ids';
import { z } from 'zod';
import { lastSeq } from './seq-at';
import { walkHistory } from './walk-history';

/** Key of the seq up to which the history was looked through. */
const untilKey = 'history/gone/until';
/** Key of what is gone of somebody; a digest, since addresses may be longer than a key. */
const keyOf = (who: string): string => `history/gone/${createHash('sha256').update(who).digest('hex')}`;

/** By what a record tells whose it was. */
const owners = { membership: 'userId', invitation: 'email' } as const;
const Ids = z.array(RecordId).catch([]);

/**
 * Memberships and invitations that are no more, by whose they were: user ids and addresses. Only their last entry tells, and
 * no index leads to it; so what was found is kept, and each entry is looked at once in the life of a workspace.
 */
export async function goneRecords(store: Store, whose: readonly string[]): Promise<readonly RecordId[]> {
  const found = await lookFurther(store);
  const gone: RecordId[] = [];
  for (const who of whose)
    gone.push(...Ids.parse(await store.meta(keyOf(who))), ...(found.get(keyOf(who)) ?? []));
  return [...new Set(gone)];
}

/** What is gone since somebody last asked, by key. */
async function lookFurther(store: Store): Promise<ReadonlyMap<string, readonly RecordId[]>> {
  const found = new Map<string, RecordId[]>();
  const upTo = await lastSeq(store);
  const kept = await store.meta(untilKey);
  const after = typeof kept === 'number' && kept <= upTo ? kept : 0;
  if (after === upTo) return found;
  for (const entity of ['membership', 'invitation'] as const)
    for await (const entry of walkHistory(store, { entity, change: 'deleted' }, { after, upTo })) {
      const key = keyOf(ownerOf(entry, owners[entity]));
      const ids = found.get(key) ?? [];
      ids.push(entry.recordId);
      found.set(key, ids);
    }
  const keep = async () => {
    const meta: Record<string, number | RecordId[]> = { [untilKey]: upTo };
    for (const [key, ids] of found) meta[key] = [...new Set([...Ids.parse(await store.meta(key)), ...ids])];
    return { meta };
  };
  // A disk that takes no writes keeps nobody from reading: the next question looks again.
  await store.write(keep).catch(leftUndone('Keeping the names of what is gone'));
  return found;
}

function ownerOf({ fields }: HistoryEntry, field: string): string {
  const told = fields.find((each) => each.field === field)?.before;
  return typeof told === 'string' ? told : '';
}

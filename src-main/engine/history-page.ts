import { setImmediate } from 'node:timers/promises';
import { lastSeq, seqAt } from '@main/audit/seq-at';
import type { HistoryPart, ToldEntry } from '@shared/contract/history';
import type { DecodedInputOf } from '@shared/contract/operations';
import type { EngineParts } from './engine-parts';
import { toldEntries } from './told-entries';

/** How much of history one call takes in, in entries. */
interface Reach {
  /** Looked through where no index finds them, and how many of them in one go. */
  readonly looked: number;
  readonly stride: number;
  /** Read to fold gestures and change sets away, and how many in one go. */
  readonly folded: number;
  readonly foldStride: number;
  /** Told of one gesture or change set. */
  readonly ofPart: number;
}

const usual: Reach = { looked: 50_000, stride: 5_000, folded: 10_000, foldStride: 1_000, ofPart: 50 };

interface Parts extends Pick<EngineParts, 'audit' | 'store'> {
  readonly fourEyes: Pick<EngineParts['fourEyes'], 'signed'>;
}

/** A part of history, newest first; times are turned into places of the chain. Others have their turn in between. */
export async function historyPage(
  { audit, store, fourEyes }: Parts,
  asked: DecodedInputOf<'history'>,
  reach: Reach = usual,
): Promise<HistoryPart> {
  const { about, from, to, beforeSeq = Number.POSITIVE_INFINITY, limit, fold, ...rest } = asked;
  const query = { ...rest, ...(about && { about: await audit.about(about) }) };
  const after = from === undefined ? 0 : await seqAt(store, from - 1);
  const end = Math.min(beforeSeq, (to === undefined ? await lastSeq(store) : await seqAt(store, to)) + 1);
  const found = folding(fold ? reach.ofPart : Number.POSITIVE_INFINITY);
  const part = async (next: number | null, early = false): Promise<HistoryPart> => {
    const [oldest] = early && next !== null ? await store.history({ limit: 1, beforeSeq: next + 1 }) : [];
    return { ...found.told(), newest: end - 1, next, lookedTo: oldest?.at ?? null };
  };
  // What a record, an organization or an entity has is found by an index.
  const slow = isSlow(asked);
  let [before, seen] = [end, 0];
  while (before > after + 1) {
    const floor = slow ? Math.max(after, before - 1 - reach.stride) : after;
    const most = found.isFolding() ? reach.foldStride : limit;
    const entries = await store.history({ ...query, limit: most, beforeSeq: before, afterSeq: floor });
    for (const entry of await toldEntries({ store, fourEyes }, entries)) {
      found.add(entry);
      if (found.count() === limit) return part(entry.seq > after + 1 ? entry.seq : null);
    }
    seen += entries.length;
    const last = entries.at(-1);
    before = last === undefined || entries.length < most ? floor + 1 : last.seq;
    const isFar = seen >= reach.folded || (slow && end - before >= reach.looked);
    if (isFar && before > after + 1) return part(before, true);
    await setImmediate();
  }
  return part(null);
}

function isSlow({ text, source, recordId, seqs }: DecodedInputOf<'history'>): boolean {
  return (text.trim() !== '' || source !== undefined) && recordId === undefined && seqs === undefined;
}

/** Entries as they are told: of one gesture or change set so many, the others by their seq. */
function folding(most: number) {
  const entries: ToldEntry[] = [];
  const folded: Record<string, number[]> = {};
  const counts = new Map<string, number>();
  return {
    add: (entry: ToldEntry): void => {
      const key = entry.part?.key;
      const count = key === undefined ? 0 : (counts.get(key) ?? 0) + 1;
      if (key !== undefined) counts.set(key, count);
      if (key === undefined || count <= most) entries.push(entry);
      else {
        const own = folded[key] ?? [];
        folded[key] = own;
        own.push(entry.seq);
      }
    },
    count: () => entries.length,
    isFolding: () => Object.keys(folded).length > 0,
    told: () => ({ entries, folded }),
  };
}

import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { type Past, rewind } from '@shared/domain/history/rewind';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { RecordId } from '@shared/domain/ids';
import { lastSeq } from './seq-at';
import { walkHistory } from './walk-history';

/** A place in the chain. */
export interface ChainPlace {
  /** It ended here. */
  readonly seq: number;
  /** Entries up to here that count as not written. */
  readonly without?: ReadonlySet<number>;
}

/** How the records of an entity (or one of them) were at a place of the chain: only those that changed since. */
export async function readPasts(
  store: Store,
  entity: EntityName,
  { seq, without = new Set() }: ChainPlace,
  recordId?: RecordId,
): Promise<ReadonlyMap<RecordId, Past>> {
  const pasts = new Map<RecordId, Past>();
  const scope = recordId === undefined ? { entity } : { entity, recordId };
  const span = { after: firstOf(without, seq + 1) - 1, upTo: await lastSeq(store) };
  const kept = laterWrites();
  for await (const entry of walkHistory(store, scope, span)) {
    const isBehind = entry.seq > seq;
    if (!isBehind && !without.has(entry.seq)) kept.add(entry);
    else if (isBehind || !kept.isGone(entry))
      pasts.set(entry.recordId, rewind(pasts.get(entry.recordId), isBehind ? entry : kept.leftOf(entry)));
  }
  return pasts;
}

function firstOf(seqs: ReadonlySet<number>, first: number): number {
  let least = first;
  for (const seq of seqs) least = Math.min(least, seq);
  return least;
}

/** What stays although an earlier entry is taken back, since somebody wrote it again. Entries come newest first. */
function laterWrites() {
  const fields = new Map<string, Set<string>>();
  const gone = new Set<string>();
  return {
    add: ({ recordId, change, fields: written }: HistoryEntry): void => {
      if (change === 'deleted') gone.add(recordId);
      const own = fields.get(recordId) ?? new Set<string>();
      for (const { field } of written) own.add(field);
      fields.set(recordId, own);
    },
    isGone: ({ recordId }: HistoryEntry): boolean => gone.has(recordId),
    leftOf: (entry: HistoryEntry): HistoryEntry => {
      const later = fields.get(entry.recordId);
      return later === undefined
        ? entry
        : { ...entry, fields: entry.fields.filter(({ field }) => !later.has(field)) };
    },
  };
}

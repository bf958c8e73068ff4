import { createHash } from 'node:crypto';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { canonicalJson } from '@shared/domain/json';
import type { HistoryDraft } from './store';

/** The end of the chain: the next entry gets `seq + 1` and `hash` as its `previousHash`. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** Key under which the end of the chain is kept beside it: an entry taken off the end shows, too. */
export const chainEndKey = 'history/end';

export const emptyChain: ChainEnd = { seq: 0, hash: '' };

/** Hash of an entry: SHA-256, hex, over its canonical JSON without `hash` itself. */
export function historyHash(entry: Omit<HistoryEntry, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson({ ...entry }))
    .digest('hex');
}

/** Numbers drafts and chains them on, so that an entry changed or taken out later shows. Pure. */
export function chainHistory(end: ChainEnd, drafts: readonly HistoryDraft[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let last: ChainEnd = end;
  for (const draft of drafts) {
    const seq = last.seq + 1;
    const unsealed = { ...draft, id: historyId(seq), seq, previousHash: last.hash };
    const entry = { ...unsealed, hash: historyHash(unsealed) };
    entries.push(entry);
    last = entry;
  }
  return entries;
}

/** Ids sort as the numbers do. */
function historyId(seq: number): string {
  return `his_${String(seq).padStart(12, '0')}`;
}

import type { Store } from '@main/store/store';
import type { HistoryEntry } from '@shared/domain/history-entry';

const chunk = 2_000;

export type HistoryScope = Pick<
  Parameters<Store['history']>[0],
  'entity' | 'recordId' | 'organizationId' | 'about' | 'change'
>;

/** Entries with a seq in (after, upTo], newest first, read in chunks so that memory stays small. */
export async function* walkHistory(
  store: Store,
  scope: HistoryScope,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): AsyncGenerator<HistoryEntry> {
  for (let beforeSeq = upTo + 1; ; ) {
    const entries = await store.history({ ...scope, limit: chunk, beforeSeq, afterSeq: after });
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < chunk) return;
    beforeSeq = last.seq;
  }
}

import { noCopyThen } from '@main/audit/create-audit';
import type { Store } from '@main/store/store';
import type { AccessEffect } from '@shared/contract/access';
import { type Result, success } from '@shared/contract/failure';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { decidesAccess } from '@shared/domain/rules/asks';
import { accessEffect } from './access-effect';
import { viewOfPlace } from './past-view';

/** Entries that are read at once. */
const portion = 500;

/**
 * Who could do what because of these entries: what the service held behind the last of them, beside the same as if none of them had
 * been written. What others wrote meanwhile is in both, and so in neither's difference.
 *
 * @param since since when the copy is complete, ms; 0 where it is not
 */
export async function entriesEffect(
  store: Store,
  since: number,
  seqs: readonly number[],
): Promise<Result<AccessEffect>> {
  const entries: HistoryEntry[] = [];
  for (let at = 0; at < seqs.length; at += portion)
    entries.push(...(await store.history({ seqs: seqs.slice(at, at + portion), limit: portion })));
  if (since === 0 || entries.some(({ at }) => at < since)) return noCopyThen();
  const deciding = entries.filter(({ entity }) => decidesAccess(entity));
  if (deciding.length === 0) return success({ permissions: [] });
  const touched = new Map(deciding.map((entry) => [`${entry.entity}/${entry.recordId}`, entry]));
  const without = new Set(deciding.map(({ seq }) => seq));
  const seq = deciding.reduce((last, entry) => Math.max(last, entry.seq), 0);
  const before = await viewOfPlace(store, { seq, without });
  return accessEffect(store, before, await viewOfPlace(store, { seq }), [...touched.values()]);
}

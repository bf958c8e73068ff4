import { lastSeq, seqAt } from '@main/audit/seq-at';
import { walkHistory } from '@main/audit/walk-history';
import type { Store } from '@main/store/store';
import { changedDays, type Overview } from '@shared/contract/overview';

/** Entries that are counted at most. */
const most = 20_000;

/** What history saw in the last days, added up, most first. `scope`: id of an organization, '' for all. */
export async function readChanged(
  store: Store,
  scope: string,
  now: number,
): Promise<Pick<Overview, 'changed' | 'changedAtLeast'>> {
  const counts = new Map<string, Overview['changed'][number]>();
  const span = { after: await seqAt(store, daysBefore(now) - 1), upTo: await lastSeq(store) };
  let walked = 0;
  for await (const entry of walkHistory(store, scope === '' ? {} : { organizationId: scope }, span)) {
    if (walked === most) return { changed: sorted(counts), changedAtLeast: true };
    walked += 1;
    const { entity, source, change } = entry;
    const key = `${entity} ${source} ${change}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { entity, source, change, count });
  }
  return { changed: sorted(counts), changedAtLeast: false };
}

const sorted = (counts: ReadonlyMap<string, Overview['changed'][number]>): Overview['changed'] =>
  [...counts.values()].sort((a, b) => b.count - a.count);

/** The beginning of the first of these days, of the machine's own time, as history's `Last 7 days` has it. */
function daysBefore(now: number): number {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  return start.setDate(start.getDate() - (changedDays - 1));
}

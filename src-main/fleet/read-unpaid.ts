import type { Store } from '@main/store/store';
import { groupWritten, unpaidGroups } from '@main/store/unpaid-groups';
import type { RecordId } from '@shared/domain/ids';

/** Groups of settings (`<application> <group>`) that the service would not take at the last try, as they are not paid for: at a plan, or when they were sent. */
export async function readUnpaid(store: Pick<Store, 'intents' | 'meta'>): Promise<ReadonlySet<string>> {
  const refused = new Map(await unpaidGroups(store));
  const taken = new Map<string, number>();
  const keep = (into: Map<string, number>, group: string | undefined, at: number): void => {
    if (group !== undefined) into.set(group, Math.max(at, into.get(group) ?? 0));
  };
  const answered = await store.intents({ states: ['refused', 'withdrawn', 'superseded'] });
  for (const intent of answered)
    if (intent.outcome?.status === 402) keep(refused, groupWritten(intent), intent.outcome.at);
  if (refused.size === 0) return new Set();
  const recordIds = [...new Set([...refused.keys()].map((group) => group.split(' ')[0] ?? ''))];
  for (const intent of await store.intents({ states: ['applied'], recordIds: recordIds as RecordId[] }))
    keep(taken, groupWritten(intent), intent.closedAt);
  return new Set([...refused].filter(([group, at]) => at > (taken.get(group) ?? 0)).map(([group]) => group));
}

import { configPrefix } from '@shared/domain/config-field';
import type { Intent } from '@shared/domain/intent';
import { z } from 'zod';
import type { Store } from './store';

/** Where it is kept which groups of settings the service would not take, as they are not paid for. */
export const unpaidKey = 'unpaid-groups';
const Unpaid = z.record(z.string(), z.number());

type Written = Pick<Intent, 'recordId' | 'action'>;

/** The group of settings of a record that an intent writes (`<application> <group>`); undefined for what writes none. */
export function groupWritten({ recordId, action }: Written): string | undefined {
  if (action.verb === 'update' && action.field.startsWith(configPrefix))
    return `${recordId} ${action.field.slice(configPrefix.length).split('.')[0]}`;
  if (action.verb === 'perform' && action.operation === 'takeConfig')
    return `${recordId} ${action.values.key}`;
  return undefined;
}

/** When the service said last that a group is not paid for, by group (ms). */
export async function unpaidGroups(store: Pick<Store, 'meta'>): Promise<ReadonlyMap<string, number>> {
  return new Map(Object.entries(Unpaid.parse((await store.meta(unpaidKey)) ?? {})));
}

/** Takes in what the service said of groups just now: true where one is not paid for. */
export async function keepUnpaid(
  store: Pick<Store, 'meta' | 'write'>,
  said: ReadonlyMap<string, boolean>,
  at: number,
): Promise<void> {
  const known = await unpaidGroups(store);
  if (![...said].some(([group, unpaid]) => unpaid || known.has(group))) return;
  await store.write(async () => {
    const groups = new Map(await unpaidGroups(store));
    for (const [group, unpaid] of said) {
      if (unpaid) groups.set(group, at);
      else groups.delete(group);
    }
    return { meta: { [unpaidKey]: Object.fromEntries(groups) } };
  });
}

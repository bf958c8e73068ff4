import { configPrefix } from '@shared/domain/config-field';
import type { Intent } from '@shared/domain/intent';
import { z } from 'zod';
import type { Store } from './store';

/** Where it is kept which settings the service would not take, as they are not paid for. */
export const unpaidKey = 'unpaid-settings';
const Unpaid = z.record(z.string(), z.number());

type Written = Pick<Intent, 'recordId' | 'action'>;

/** The setting of a record that an intent writes (`<application> config.group.setting`), or the group that it takes over; undefined for what writes none. */
export function settingWritten({ recordId, action }: Written): string | undefined {
  if (action.verb === 'update' && action.field.startsWith(configPrefix)) return `${recordId} ${action.field}`;
  if (action.verb === 'perform' && action.operation === 'takeConfig')
    return `${recordId} ${configPrefix}${action.values.key}`;
  return undefined;
}

/** When the service said last that a setting is not paid for, by setting or group of them (ms). */
export async function unpaidSettings(store: Pick<Store, 'meta'>): Promise<ReadonlyMap<string, number>> {
  return new Map(Object.entries(Unpaid.parse((await store.meta(unpaidKey)) ?? {})));
}

/** Takes in what the service said of settings just now: true where one is not paid for. */
export async function keepUnpaid(
  store: Pick<Store, 'meta' | 'write'>,
  said: ReadonlyMap<string, boolean>,
  at: number,
): Promise<void> {
  const known = await unpaidSettings(store);
  const within = (all: Iterable<string>, key: string): readonly string[] =>
    [...all].filter((each) => each === key || each.startsWith(`${key}.`));
  if (![...said].some(([key, unpaid]) => unpaid || within(known.keys(), key).length > 0)) return;
  await store.write(async () => {
    const settings = new Map(await unpaidSettings(store));
    for (const [key, unpaid] of said) {
      if (unpaid) settings.set(key, at);
      else for (const each of within(settings.keys(), key)) settings.delete(each);
    }
    return { meta: { [unpaidKey]: Object.fromEntries(settings) } };
  });
}

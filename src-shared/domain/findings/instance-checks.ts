import { textsIn } from '../json';
import { type Check, hitOf, seen } from './check';
import type { Hit } from './finding';

const loopback =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|[^/]*\.localhost)(?::\d+)?(?:[/?#]|$)/i;
/** Whether an address leads back to the machine of whoever follows it. */
export const isLoopback = (address: string): boolean => loopback.test(address);
const kept = (addresses: readonly string[]) => addresses.filter((address) => !isLoopback(address));
const told = (addresses: readonly string[]) => seen('Allowed', addresses.filter(isLoopback).join(', '));

export const localAddress: Check<'addresses'> = {
  id: 'localhost-allowed',
  severity: 'warning',
  title: 'Localhost among the allowed addresses',
  why: 'Any program on somebody’s own machine can ask in the name of the product, and gets their tokens.',
  effect: 'Nobody but developers notices; they have a development instance for that.',
  entity: 'redirectUrl',
  needs: ['list.settings', 'list.redirectUrl', 'list.oauthApplication'],
  facts: 'addresses',
  fix: 'Take localhost out',
  productionOnly: true,
  find: ({ singletons, redirects, clients }) => {
    const hits: Hit[] = [];
    for (const each of singletons) {
      const held = textsIn(each.row.values.allowed_origins);
      if (!held.some(isLoopback)) continue;
      const update = { verb: 'update', field: 'values.allowed_origins' } as const;
      const fix = { ...update, value: kept(held), base: held };
      hits.push(hitOf('settings', each, { evidence: [told(held)], fix }));
    }
    for (const each of redirects)
      if (isLoopback(each.row.url))
        hits.push(hitOf('redirectUrl', each, { evidence: [told([each.row.url])], fix: { verb: 'delete' } }));
    for (const each of clients) {
      const held = each.row.redirectUris;
      if (!held.some(isLoopback)) continue;
      const rest = kept(held);
      const update = { verb: 'update', field: 'redirectUris', value: rest, base: held } as const;
      // One that is left without any could send nobody back.
      hits.push(
        hitOf('oauthApplication', each, { evidence: [told(held)], fix: rest.length === 0 ? null : update }),
      );
    }
    return hits;
  },
};

export const endlessKey: Check<'nothing'> = {
  id: 'key-without-expiry',
  severity: 'warning',
  title: 'API key without expiry',
  why: 'A key that leaks unnoticed works for good.',
  effect: 'What uses the key has to get a new one.',
  entity: 'machine',
  needs: [],
  facts: 'nothing',
  untried: {
    reason: 'API keys of people and organizations are not copied.',
    next: 'Look at them in the dashboard of the service.',
  },
  find: () => [],
};

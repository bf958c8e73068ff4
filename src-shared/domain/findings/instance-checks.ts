import { t } from '../../language/t';
import { textsIn } from '../json';
import { type Check, hitOf, seen, seenAt } from './check';
import type { Hit } from './finding';
import type { Seen } from './finding-facts';

const loopback =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|[^/]*\.localhost)(?::\d+)?(?:[/?#]|$)/i;
/** Whether an address leads back to the machine of whoever follows it. */
export const isLoopback = (address: string): boolean => loopback.test(address);
const kept = (addresses: readonly string[]) => addresses.filter((address) => !isLoopback(address));
const told = (addresses: readonly string[]) => seen(t('Allowed'), addresses.filter(isLoopback).join(', '));

export const localAddress: Check<'addresses'> = {
  id: 'localhost-allowed',
  severity: 'warning',
  title: t('Localhost among the allowed addresses'),
  why: t('Any program on somebody’s own machine can ask in the name of the product, and gets their tokens.'),
  effect: t('Nobody but developers notices; they have a development instance for that.'),
  entity: 'redirectUrl',
  needs: ['list.settings', 'list.redirectUrl', 'list.oauthApplication'],
  facts: 'addresses',
  fix: t('Take localhost out'),
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

export const endlessKey: Check<'keys'> = {
  id: 'key-without-expiry',
  severity: 'warning',
  title: t('API key without expiry'),
  why: t('A key that leaks unnoticed works for good.'),
  effect: t('Whatever uses the key has to get another one, which ends, before this one is revoked.'),
  entity: 'apiKey',
  needs: [],
  facts: 'keys',
  // Keys are read holder by holder, when somebody asks: of the others nothing is known, and none is fine.
  lack: (keys) => {
    if (keys.some(isEndless)) return null;
    const holders = new Set(keys.map(({ row }) => row.subject)).size;
    return {
      reason:
        holders === 0
          ? t('No keys were read yet: the service lists them holder by holder.')
          : t(
              'Only the keys of {holders, plural, one {one holder} other {# holders}} were read. None of these is without expiry.',
              { holders },
            ),
      next: t('Read the keys of a person, an organization or a machine under Developers.'),
    };
  },
  find: (keys) =>
    keys.filter(isEndless).map((each) =>
      hitOf('apiKey', each, {
        evidence: [
          seen(t('Expires'), t('never')),
          seen(t('Holder'), each.row.subject),
          seenAt(t('Last used'), each.row.lastUsedAt),
        ],
      }),
    ),
};

const isEndless = ({ row }: Seen<'apiKey'>): boolean => row.expiresAt === 0;

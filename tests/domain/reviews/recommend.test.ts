import { type RecommendFacts, recommend } from '@shared/domain/reviews/recommend';
import { expect, it } from 'vitest';

const day = 86_400_000;
const now = 1_000 * day;
const well: RecommendFacts = {
  now,
  userName: 'Dana',
  userEmail: 'dana@acme.com',
  organizationName: 'Acme',
  permissions: ['org:reports:read'],
  blockers: [],
  since: now - 500 * day,
  lastSeenAt: now - day,
  directory: '',
  isOnlyAdmin: false,
  domains: [],
};
const banned = { blockers: [{ kind: 'banned', text: 'Dana is banned.' }] } as const;
const manages = { permissions: ['org:members:manage'] };

it.each<[string, Partial<RecommendFacts>, string, string, readonly string[]]>([
  ['keeps whoever uses it', {}, 'keep', 'low', ['in-use']],
  ['never in bulk where it is powerful', manages, 'keep', 'high', ['in-use']],
  ['revokes after 90 days', { lastSeenAt: now - 90 * day }, 'revoke', 'high', ['idle']],
  ['and not a day before', { lastSeenAt: now - 90 * day + 1 }, 'keep', 'low', ['in-use']],
  ['revokes whoever never came', { lastSeenAt: 0 }, 'revoke', 'high', ['never-signed-in']],
  ['but waits for who is new', { lastSeenAt: 0, since: now - day }, 'keep', 'low', ['new']],
  ['revokes the banned', banned, 'revoke', 'low', ['banned', 'in-use']],
  [
    'not in bulk where a directory gives it',
    { ...banned, directory: 'Okta' },
    'revoke',
    'high',
    ['banned', 'in-use', 'directory'],
  ],
  ['says nothing of outsiders', { domains: ['birch.com'] }, 'none', 'high', ['in-use', 'outside-domains']],
  ['takes any case of a domain', { domains: ['ACME.com'] }, 'keep', 'low', ['in-use']],
  [
    'keeps the only admin, whatever else',
    { ...banned, isOnlyAdmin: true },
    'keep',
    'high',
    ['banned', 'in-use', 'only-admin'],
  ],
  [
    'is not sure of an unknown role',
    { blockers: [{ kind: 'role-unknown', text: 'There is no role x.' }] },
    'none',
    'high',
    ['in-use', 'role-unknown'],
  ],
])('%s', (_, facts, verdict, risk, kinds) => {
  const made = recommend({ ...well, ...facts });
  expect([made.verdict, made.risk, made.reasons.map(({ kind }) => kind)]).toEqual([verdict, risk, kinds]);
});

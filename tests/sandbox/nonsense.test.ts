import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

let client: Client;
let ids: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  client = await openClient({ scale: 0.05 });
  const first = async (path: string): Promise<string> =>
    (await client.call('GET', `${path}?limit=1`)).rows[0]?.id ?? '';
  const org = await first('/organizations');
  const members = await client.call('GET', `/organizations/${org}/memberships?limit=1`);
  ids = {
    org,
    role: await first('/organization_roles'),
    perm: await first('/organization_permissions'),
    user: String((members.rows[0]?.public_user_data as { user_id: string } | undefined)?.user_id),
  };
});
afterAll(() => client.close());

const writes = [
  'POST /organizations',
  'PATCH /organizations/{org}',
  'PATCH /organizations/{org}/metadata',
  'PUT /organizations/{org}/metadata',
  'POST /organizations/{org}/memberships',
  'PATCH /organizations/{org}/memberships/{user}',
  'PATCH /organizations/{org}/memberships/{user}/metadata',
  'POST /organizations/{org}/invitations',
  'POST /organizations/{org}/invitations/bulk',
  'POST /users',
  'PATCH /users/{user}',
  'PATCH /users/{user}/metadata',
  'POST /users/ban',
  'POST /organization_roles',
  'PATCH /organization_roles/{role}',
  'POST /organization_permissions',
  'PATCH /organization_permissions/{perm}',
  'PATCH /instance',
];

const fields = [
  'name',
  'slug',
  'key',
  'role',
  'user_id',
  'user_ids',
  'email_address',
  'created_by',
  'created_at',
  'permissions',
  'public_metadata',
  'private_metadata',
  'unsafe_metadata',
  'max_allowed_memberships',
  'expires_in_days',
  'username',
  'external_id',
  'redirect_url',
  'description',
  'allowed_origins',
];

const value = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'org:admin',
    'org:member',
    'a@b.example',
    '2024-02-30T00:00:00Z',
    '\u0000',
    '',
    null,
    -1,
    1e300,
    2 ** 53,
  ),
);
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 }),
  fc.array(value),
  fc.jsonValue(),
);

describe('nonsense', () => {
  it('in a body is refused or stored, and never breaks the service', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writes), body, async (operation, sent) => {
        const [method = '', template = ''] = operation.split(' ');
        const path = template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
        const answer = await client.call(method, path, sent);
        expect(answer.status, `${operation} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('in a query is refused or ignored, and never breaks the service', async () => {
    const lists = [
      '/organizations',
      '/users',
      '/users/count',
      '/organization_memberships',
      '/organization_roles',
    ];
    const names = [
      'limit',
      'offset',
      'order_by',
      'query',
      'user_id',
      'starting_after',
      'created_at_before',
      'banned',
    ];
    const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme' })), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), pairs, async (path, query) => {
        const text = query.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&');
        const answer = await client.call('GET', `${path}?${text}`);
        expect(answer.status, `${path}?${text}`).toBeLessThan(500);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('leaves every list readable', async () => {
    for (const path of ['/organizations', '/users', '/organization_memberships', '/organization_invitations'])
      expect((await client.call('GET', `${path}?limit=500`)).status).toBe(200);
  });
});

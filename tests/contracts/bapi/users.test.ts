import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const one = '/users/{user_id}';

describe.skipIf(specMissing)(`users keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let users: readonly Shown[] = [];
  beforeAll(async () => {
    contract = await openContract();
    users = await contract.call<readonly Shown[]>('get /users', 200, { query: 'limit=500' });
  });
  afterAll(() => contract.close());

  it('lists and counts with every filter', async () => {
    const { call } = contract;
    expect(users).toHaveLength(500);
    const email = users[0]?.email_addresses[0]?.email_address ?? '';
    const filters = [
      `user_id=${users[0]?.id}`,
      `email_address=${encodeURIComponent(email)}`,
      `email_address_query=${encodeURIComponent(email)}`,
      `query=${encodeURIComponent(email)}`,
    ];
    for (const query of filters) {
      expect(await call<readonly Shown[]>('get /users', 200, { query })).toHaveLength(1);
      expect(await call('get /users/count', 200, { query })).toMatchObject({ total_count: 1 });
    }
    const times = ['last_active_at', 'created_at', 'last_sign_in_at'].map(
      (name) => `${name}_before=1&${name}_after=1`,
    );
    for (const query of [
      'phone_number=1',
      'username=x',
      'external_id=x',
      'web3_wallet=x',
      'organization_id=x',
      ...times,
    ])
      expect(await call<readonly Shown[]>('get /users', 200, { query })).toHaveLength(0);
    for (const field of [
      'created_at',
      'updated_at',
      'email_address',
      'web3wallet',
      'first_name',
      'last_active_at',
    ])
      await call('get /users', 200, { query: `order_by=-${field}&limit=3` });
    await call('get /users', 200, {
      query: 'banned=true&name_query=a&username_query=a&phone_number_query=1',
    });
  });

  it('walks by cursor in the order of creation only', async () => {
    const { call } = contract;
    const next = await call<readonly Shown[]>('get /users', 200, {
      query: `starting_after=${users[99]?.id}&limit=100`,
    });
    expect(next.map(({ id }) => id)).toEqual(users.slice(100, 200).map(({ id }) => id));
    await call('get /users', 422, { query: `starting_after=${users[99]?.id}&order_by=first_name` });
    await call('get /users', 422, { query: `starting_after=${users[99]?.id}&offset=5` });
  });

  it('creates, edits and deletes', async () => {
    const { call } = contract;
    const made = await call('post /users', 200, {
      body: {
        email_address: ['Grace@Example.com', 'hopper@example.com'],
        email_address_identification_status: ['reserved', 'verified'],
        phone_number: ['+15550100', '+15550101'],
        web3_wallet: ['0x0000000000000000000000000000000000000abc'],
        backup_codes: ['1234abcd'],
        first_name: 'Grace',
        unsafe_metadata: { theme: 'dark' },
      },
    });
    const at = { path: { user_id: made.id } };
    await call(`get ${one}`, 200, at);
    await call(`patch ${one}`, 200, {
      ...at,
      body: {
        last_name: 'Hopper',
        create_organization_enabled: false,
        create_organizations_limit: 2,
        external_id: 'x-1',
      },
    });
    await call(`patch ${one}/metadata`, 200, { ...at, body: { public_metadata: { a: { b: 1 } } } });
    expect(
      await call(`put ${one}/metadata`, 200, {
        ...at,
        body: { public_metadata: {}, unsafe_metadata: { c: 1 } },
      }),
    ).toMatchObject({ public_metadata: {}, unsafe_metadata: { c: 1 } });
    expect(await call(`post ${one}/ban`, 200, at)).toMatchObject({ banned: true });
    expect(await call(`post ${one}/unban`, 200, at)).toMatchObject({ banned: false });
    expect(await call(`post ${one}/lock`, 200, at)).toMatchObject({ locked: true });
    expect(await call(`post ${one}/unlock`, 200, at)).toMatchObject({ locked: false });
    const body = { user_ids: users.slice(0, 50).map(({ id }) => id) };
    expect(await call<readonly Shown[]>('post /users/ban', 200, { body })).toHaveLength(50);
    await call('post /users/unban', 200, { body });
    await call(`delete ${one}`, 200, at);
    await call(`get ${one}`, 404, at);
  });

  it('refuses in the words of the spec', async () => {
    const { call } = contract;
    const path = { user_id: 'user_missing' };
    const email = users[0]?.email_addresses[0]?.email_address;
    await call('post /users', 422, { body: { email_address: [email] } });
    await call('post /users', 422, { body: { email_address: ['nonsense'] } });
    await call('get /users', 401, { key: 'sk_live_wrong' });
    await call('get /users', 422, {
      query: Array.from({ length: 101 }, (_, n) => `user_id=user_${n}`).join('&'),
    });
    await call(`patch ${one}`, 404, { path, body: {} });
    await call(`patch ${one}`, 422, { path: { user_id: users[0]?.id ?? '' }, body: { first_name: 5 } });
    await call(`patch ${one}/metadata`, 404, { path, body: {} });
    await call(`delete ${one}`, 404, { path });
    await call('post /users/ban', 400, {
      body: { user_ids: Array.from({ length: 51 }, (_, n) => `user_${n}`) },
    });
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /users',
      'post /users',
      'get /users/count',
      'post /users/ban',
      'post /users/unban',
      ...['get', 'patch', 'delete'].map((method) => `${method} ${one}`),
      ...['patch', 'put'].map((method) => `${method} ${one}/metadata`),
      ...['ban', 'unban', 'lock', 'unlock'].map((verb) => `post ${one}/${verb}`),
    ]);
  });

  it('have a picture, or none', async () => {
    const { call } = contract;
    const path = { user_id: users[0]?.id ?? '' };
    const form = new FormData();
    form.set('file', new File([new Uint8Array([1])], 'p.png', { type: 'image/png' }));
    expect(await call(`post ${one}/profile_image`, 200, { path, form })).toMatchObject({ has_image: true });
    expect(await call(`delete ${one}/profile_image`, 200, { path })).toMatchObject({ has_image: false });
    await call(`delete ${one}/profile_image`, 404, { path: { user_id: 'user_none' } });
    const odd = new FormData();
    odd.set('file', new File(['x'], 'p.txt', { type: 'text/plain' }));
    await call(`post ${one}/profile_image`, 400, { path, form: odd });
  });
});

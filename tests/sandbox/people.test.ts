import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient, type Shown } from './open-client';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

const values = (list: unknown, field: string): readonly unknown[] =>
  (list as readonly Shown[]).map((one) => one[field]);

const create = async (body: object): Promise<Shown> => {
  const made = await client.call('POST', '/users', body);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body;
};

const found = async (query: string): Promise<readonly unknown[]> =>
  values((await client.call('GET', `/users?${query}`)).rows, 'id');

describe('people of the sandbox', () => {
  it('need something to be known by', async () => {
    for (const body of [
      {},
      { first_name: 'Ada' },
      { email_address: [] },
      { username: null, password: 'long enough' },
    ])
      expect(await client.call('POST', '/users', body)).toMatchObject({
        status: 422,
        code: 'form_data_missing',
      });
    await create({ skip_user_requirement: true, first_name: 'Nobody' });
    await create({ username: 'ada' });
  });

  it.each(['12', '', 'abc', '+', '+0123456789', '+123', '+1234567890123456', '5551234567'])(
    'have no phone number %j',
    async (number) => {
      expect(await client.call('POST', '/users', { phone_number: [number] })).toMatchObject({
        status: 422,
        code: 'form_param_format_invalid',
      });
      const second = { phone_number: ['+15550001111', number] };
      expect(await client.call('POST', '/users', second)).toMatchObject({ status: 422 });
    },
  );

  it.each([
    { username: 'ada lovelace' },
    { username: 'ada@home' },
    { web3_wallet: ['0x12'] },
    { web3_wallet: [' '] },
  ])('are not made with %j', async (body) => {
    expect(await client.call('POST', '/users', body)).toMatchObject({
      status: 422,
      code: 'form_param_format_invalid',
    });
  });

  it('lose their username to null and to a blank text', async () => {
    for (const nothing of [null, '']) {
      const { id } = await create({ email_address: [`named${nothing}@people.example`], username: 'named' });
      const patched = await client.call('PATCH', `/users/${id}`, { username: nothing });
      expect(patched).toMatchObject({ status: 200, body: { username: null } });
    }
    expect(await client.call('POST', '/users', { username: '' })).toMatchObject({
      code: 'form_data_missing',
    });
  });

  it('keep every address and number they were made with, the first as the primary one', async () => {
    const user = await create({
      email_address: ['First@two.example', 'second@two.example'],
      phone_number: ['+1 (555) 900-0001', '+15559000002'],
      web3_wallet: ['0x0000000000000000000000000000000000000abc'],
    });
    expect(values(user.email_addresses, 'email_address')).toEqual([
      'first@two.example',
      'second@two.example',
    ]);
    expect(values(user.phone_numbers, 'phone_number')).toEqual(['+15559000001', '+15559000002']);
    expect(values(user.web3_wallets, 'web3_wallet')).toHaveLength(1);
    expect(user.primary_email_address_id).toBe((user.email_addresses as readonly Shown[])[0]?.id);
    expect(user.primary_web3_wallet_id).toBe((user.web3_wallets as readonly Shown[])[0]?.id);
    expect((await client.call('GET', `/users/${user.id}`)).body).toEqual(user);
    for (const query of [
      'email_address=second@two.example',
      'email_address_query=second@two',
      'query=second@two.example',
      'phone_number=%2B15559000002',
      'phone_number_query=9000002',
      'web3_wallet=0x0000000000000000000000000000000000000abc',
    ])
      expect([query, await found(query)]).toEqual([query, [user.id]]);
    for (const body of [
      { email_address: ['second@two.example'] },
      { email_address: ['x@two.example', 'SECOND@two.example'] },
      { email_address: ['same@two.example', 'same@two.example'] },
      { phone_number: ['+15559000002'] },
      { web3_wallet: ['0x0000000000000000000000000000000000000abc'] },
    ])
      expect(await client.call('POST', '/users', body)).toMatchObject({
        status: 422,
        code: 'form_identifier_exists',
      });
    await client.call('DELETE', `/users/${user.id}`);
    await create({ email_address: ['second@two.example'] });
  });

  it('may have addresses that are reserved and not verified', async () => {
    const both = ['one@reserved.example', 'two@reserved.example'];
    const body = { email_address: both, email_address_identification_status: ['reserved', 'verified'] };
    const user = await create(body);
    const addresses = user.email_addresses as readonly Shown[];
    expect(values(addresses, 'reserved')).toEqual([true, false]);
    expect(addresses[0]?.verification).toMatchObject({ status: 'unverified' });
    const wrong = { ...body, email_address_identification_status: ['reserved'] };
    expect(await client.call('POST', '/users', wrong)).toMatchObject({ status: 422 });
  });

  it('change their primary address to another one of theirs only', async () => {
    const user = await create({
      email_address: ['a@primary.example', 'b@primary.example', 'c@primary.example'],
      email_address_identification_status: ['verified', 'verified', 'reserved'],
      phone_number: ['+15558000001', '+15558000002'],
    });
    const [, second, reserved] = values(user.email_addresses, 'id');
    const stranger = await create({ email_address: ['d@primary.example'] });
    for (const body of [
      { primary_email_address_id: 'idn_nope' },
      { primary_email_address_id: '' },
      { primary_email_address_id: stranger.primary_email_address_id },
      { primary_email_address_id: reserved },
      { primary_email_address_id: user.primary_phone_number_id },
      { primary_phone_number_id: 'idn_nope' },
      { primary_web3_wallet_id: 'idn_nope' },
      { profile_image_id: 'img_nope' },
    ])
      expect([
        body,
        await client.call('PATCH', `/users/${user.id}`, { ...body, first_name: 'No' }),
      ]).toMatchObject([body, { status: 422 }]);
    const changed = await client.call('PATCH', `/users/${user.id}`, { primary_email_address_id: second });
    expect(changed.body.primary_email_address_id).toBe(second);
    expect(changed.body.first_name).toBeNull();
    expect(new Set(values(changed.body.email_addresses, 'id'))).toEqual(
      new Set(values(user.email_addresses, 'id')),
    );
    expect((await client.call('GET', `/users/${user.id}`)).body).toEqual(changed.body);
  });

  it('have second factors by a secret or backup codes', async () => {
    const secret = 'JBSWY3DPEHPK3PXP';
    const made = await create({
      email_address: ['factors@mfa.example'],
      totp_secret: secret,
      backup_codes: ['abcd1234', 'efgh5678'],
    });
    const on = { totp_enabled: true, backup_code_enabled: true, two_factor_enabled: true };
    expect(made).toMatchObject(on);
    expect(JSON.stringify(made)).not.toContain(secret);
    const plain = await create({ email_address: ['plain@mfa.example'] });
    expect(plain).toMatchObject({
      totp_enabled: false,
      backup_code_enabled: false,
      two_factor_enabled: false,
    });
    const patch = { totp_secret: secret, backup_codes: ['abcd1234'] };
    expect((await client.call('PATCH', `/users/${plain.id}`, patch)).body).toMatchObject(on);
    expect((await client.call('GET', `/users/${plain.id}`)).body).toMatchObject(on);
    const bad = { email_address: ['bad@mfa.example'], totp_secret: 'not base 32!' };
    expect(await client.call('POST', '/users', bad)).toMatchObject({ status: 422 });
    expect(await client.call('PATCH', `/users/${plain.id}`, { totp_secret: '1' })).toMatchObject({
      status: 422,
    });
  });

  it('are found by their account at a provider', async () => {
    const rows = (await client.call('GET', '/users?limit=500')).rows;
    const linked = rows.filter((row) => (row.external_accounts as readonly Shown[]).length > 0);
    expect(linked.length).toBeGreaterThan(10);
    const [account] = (linked[0]?.external_accounts ?? []) as readonly Shown[];
    const query = `provider=${account?.provider}&provider_user_id=${account?.provider_user_id}`;
    expect(await found(query)).toEqual([linked[0]?.id]);
    expect(await found('provider=oauth_google&provider_user_id=12345')).toEqual([]);
    expect((await client.call('GET', `/users/count?${query}`)).body.total_count).toBe(1);
    for (const path of ['/users', '/users/count'])
      for (const half of ['provider=oauth_google', 'provider_user_id=12345'])
        expect(await client.call('GET', `${path}?${half}`)).toMatchObject({ status: 422 });
  });
});

describe('the sandbox refuses', () => {
  it.each([
    { support_email: 'not-an-email' },
    { support_email: 'a@' },
    { development_origin: 'nowhere' },
    { allowed_origins: ['nowhere'] },
    { allowed_origins: ['https://app.example', 'https://app.example/sign-in'] },
    { allowed_origins: ['https://app example'] },
  ])('what an instance cannot have: %j', async (body) => {
    const before = (await client.call('GET', '/instance')).body;
    expect(await client.call('PATCH', '/instance', body)).toMatchObject({ status: 422 });
    expect((await client.call('GET', '/instance')).body).toEqual(before);
  });

  it('a role set that is not there', async () => {
    const [organization] = (await client.call('GET', '/organizations?limit=1')).rows;
    for (const key of ['role_set:nope', '', 'nonsense']) {
      const body = { name: 'Sets', role_set_key: key };
      expect(await client.call('POST', '/organizations', body)).toMatchObject({ status: 422 });
      expect(await client.call('PATCH', `/organizations/${organization?.id}`, body)).toMatchObject({
        status: 422,
      });
    }
    expect(
      await client.call('PATCH', `/organizations/${organization?.id}`, { role_set_key: null }),
    ).toMatchObject({
      status: 200,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const jwt = '/jwt_templates';
const oauth = '/oauth_applications';
const machines = '/machines';

describe.skipIf(specMissing)(`what developers set up keeps to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract('lumen');
  });
  afterAll(() => contract.close());

  it('JWT templates: made, read, edited whole, deleted; no double name, and no claim of the service’s own', async () => {
    const { call } = contract;
    const one = `${jwt}/{template_id}`;
    const before = await call<readonly Shown[]>(`get ${jwt}`, 200, { query: 'limit=100' });
    expect(before.length).toBeGreaterThan(2);
    const made = await call(`post ${jwt}`, 200, { body: { name: 'hasura', claims: { role: 'user' } } });
    expect(made).toMatchObject({ lifetime: 60, allowed_clock_skew: 5, custom_signing_key: false });
    const path = { template_id: made.id };
    expect(await call(`get ${one}`, 200, { path })).toEqual(made);
    const body = { name: 'hasura', claims: { role: 'admin' }, lifetime: 120 };
    expect(await call(`patch ${one}`, 200, { path, body })).toMatchObject(body);
    await call(`patch ${one}`, 422, { path, body: { lifetime: 120 } });
    await call(`patch ${one}`, 422, { path, body: { ...body, lifetime: 29 } });
    await call(`post ${jwt}`, 422, { body: { name: 'hasura', claims: {} } });
    await call(`post ${jwt}`, 422, { body: { name: 'mine', claims: { iss: 'me' } } });
    await call(`post ${jwt}`, 422, { body: { name: 'mine', claims: {}, custom_signing_key: true } });
    const key = {
      custom_signing_key: true,
      signing_algorithm: 'HS256',
      signing_key: 'a-signing-key-of-ours',
    };
    const signed = await call(`post ${jwt}`, 200, { body: { name: 'mine', claims: {}, ...key } });
    expect(signed.signing_algorithm).toBe('HS256');
    expect(JSON.stringify(signed)).not.toContain(key.signing_key);
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
    await call(`delete ${one}`, 404, { path });
  });

  it('OAuth applications: the secret is in the answers to creation and rotation, and nowhere else', async () => {
    const { call } = contract;
    const one = `${oauth}/{oauth_application_id}`;
    const uris = { redirect_uris: ['https://acme.example/cb', 'acme://cb'] };
    const made = await call(`post ${oauth}`, 200, { body: { name: 'Acme', ...uris } });
    expect(made).toMatchObject({ ...uris, scopes: 'profile email', callback_url: 'https://acme.example/cb' });
    expect(String(made.client_secret)).toMatch(/\w{20}/);
    const path = { oauth_application_id: made.id };
    const read = await call(`get ${one}`, 200, { path });
    expect(read).not.toHaveProperty('client_secret');
    const turned = await call(`post ${one}/rotate_secret`, 200, { path });
    expect(turned.client_secret).not.toBe(made.client_secret);
    expect(await call(`patch ${one}`, 200, { path, body: { scopes: 'profile' } })).toMatchObject({
      scopes: 'profile',
    });
    await call(`patch ${one}`, 422, { path, body: { scopes: 'everything' } });
    await call(`patch ${one}`, 422, { path, body: { redirect_uris: ['nowhere'] } });
    const open = await call(`post ${oauth}`, 200, { body: { name: 'Open', public: true } });
    expect(open.client_secret).toBe('');
    const found = await call(`get ${oauth}`, 200, { query: 'name_query=acm&order_by=created_at' });
    expect(found.data.map(({ id }) => id)).toEqual([made.id]);
    expect((await call(`get ${oauth}`, 200, { query: `name_query=${made.client_id}` })).data).toHaveLength(1);
    await call(`post ${oauth}`, 422, { body: {} });
    await call(`delete ${one}`, 200, { path });
    for (const gone of [`get ${one}`, `delete ${one}`, `post ${one}/rotate_secret`])
      await call(gone, 404, { path });
    await call(`patch ${one}`, 404, { path, body: {} });
  });

  it('machines: a key of their own, and which others they may call', async () => {
    const { call } = contract;
    const one = `${machines}/{machine_id}`;
    const listed = await call(`get ${machines}`, 200, { query: 'order_by=created_at&limit=100' });
    const [other] = listed.data;
    const scoped_machines = [other?.id];
    const made = await call(`post ${machines}`, 200, { body: { name: 'cron', scoped_machines } });
    expect(made).toMatchObject({ default_token_ttl: 3_600, scoped_machines: [{ id: other?.id }] });
    const path = { machine_id: made.id };
    expect(await call(`get ${one}`, 200, { path })).not.toHaveProperty('secret_key');
    const key = () => call(`get ${one}/secret_key`, 200, { path });
    expect((await key()).secret).toBe(made.secret_key);
    const body = { previous_token_ttl: 3_600 };
    const turned = await call(`post ${one}/secret_key/rotate`, 200, { path, body });
    expect([turned.secret, turned.secret === made.secret_key]).toEqual([(await key()).secret, false]);
    await call(`post ${one}/secret_key/rotate`, 422, { path, body: { previous_token_ttl: 30_000 } });
    expect(await call(`patch ${one}`, 200, { path, body: { default_token_ttl: 60 } })).toMatchObject({
      name: 'cron',
      default_token_ttl: 60,
    });
    await call(`patch ${one}`, 422, { path, body: { default_token_ttl: 0 } });
    const to = { body: { to_machine_id: other?.id ?? '' }, path };
    await call(`post ${one}/scopes`, 409, to);
    const scope = { path: { ...path, other_machine_id: other?.id ?? '' } };
    await call(`delete ${one}/scopes/{other_machine_id}`, 200, scope);
    await call(`delete ${one}/scopes/{other_machine_id}`, 404, scope);
    await call(`post ${one}/scopes`, 200, to);
    await call(`post ${one}/scopes`, 404, { path, body: { to_machine_id: 'mch_missing' } });
    await call(`post ${one}/scopes`, 422, { path, body: { to_machine_id: made.id } });
    await call(`post ${machines}`, 422, { body: { name: '' } });
    await call(`post ${machines}`, 422, { body: { name: 'x', scoped_machines: ['mch_missing'] } });
    await call(`delete ${one}`, 200, { path: { machine_id: other?.id ?? '' } });
    expect((await call(`get ${one}`, 200, { path })).scoped_machines).toEqual([]);
    await call(`get ${one}`, 404, { path: { machine_id: other?.id ?? '' } });
  });

  it('was asked for every operation', () => {
    const covered = (path: string, one: string) => [
      `get ${path}`,
      `post ${path}`,
      ...['get', 'patch', 'delete'].map((method) => `${method} ${path}/{${one}}`),
    ];
    contract.expectCovered([
      ...covered(jwt, 'template_id'),
      ...covered(oauth, 'oauth_application_id'),
      ...covered(machines, 'machine_id'),
      `post ${oauth}/{oauth_application_id}/rotate_secret`,
      `get ${machines}/{machine_id}/secret_key`,
      `post ${machines}/{machine_id}/secret_key/rotate`,
      `post ${machines}/{machine_id}/scopes`,
      `delete ${machines}/{machine_id}/scopes/{other_machine_id}`,
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformSpecPath, specMissing } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const application = '/platform/applications/{applicationID}';
const instance = `${application}/instances/{envOrInsID}`;

interface Application {
  readonly application_id: string;
  readonly instances: readonly {
    readonly instance_id: string;
    readonly environment_type: string;
    readonly secret_key: string;
  }[];
}

const png = new File([new Uint8Array([137, 80, 78, 71])], 'logo.png', { type: 'image/png' });
const form = (file: File): FormData => {
  const made = new FormData();
  made.set('file', file);
  return made;
};

describe.skipIf(specMissing)(`instances keep to the spec (skipped without ${platformSpecPath})`, () => {
  let contract: Contract;
  let first: Application;
  let path: { readonly applicationID: string; readonly envOrInsID: string };
  beforeAll(async () => {
    contract = await openContract('campus');
    const all = await contract.call<Application[]>('get /platform/applications', 200, {
      query: 'include_secret_keys=true',
    });
    if (all[0] === undefined) throw new Error('campus has applications');
    [first] = all as [Application];
    path = { applicationID: first.application_id, envOrInsID: 'production' };
  });
  afterAll(() => contract.close());

  const opens = async (key: string | undefined): Promise<number> =>
    (await fetch(`${contract.sandbox.url}/v1/users/count`, { headers: { authorization: `Bearer ${key}` } }))
      .status;

  it('get new keys; the old ones open for as long as the last rotation gives them', async () => {
    const { call } = contract;
    const keyOf = (environment: string) =>
      first.instances.find((one) => one.environment_type === environment)?.secret_key;
    const rotated = await call<Application>(`post ${instance}/rotate_secret_keys`, 200, {
      path,
      body: { delay_old_secrets_expiration_hours: 2, reason: 'yearly' },
    });
    expect(rotated.instances).toHaveLength(1);
    expect([await opens(keyOf('production')), await opens(rotated.instances[0]?.secret_key)]).toEqual([
      200, 200,
    ]);
    const both = await call<Application>(`post ${application}/rotate_secret_keys`, 200, { path, body: {} });
    expect(both.instances).toHaveLength(2);
    expect([await opens(keyOf('production')), await opens(keyOf('development'))]).toEqual([401, 401]);
    const shown = await call<Application>(`get ${application}`, 200, {
      path,
      query: 'include_secret_keys=true',
    });
    expect(shown.instances.map(({ secret_key: key }) => key).sort()).toEqual(
      both.instances.map(({ secret_key: key }) => key).sort(),
    );
    await call(`post ${instance}/rotate_secret_keys`, 404, {
      path: { ...path, envOrInsID: 'staging' },
      body: {},
    });
    await call(`post ${application}/rotate_secret_keys`, 404, {
      path: { applicationID: 'app_none' },
      body: {},
    });
  });

  it('become productive: with a domain, and the config of the development one', async () => {
    const { call } = contract;
    const made = await call<Application>('post /platform/applications', 200, {
      body: { name: 'Tried first', template: 'waitlist' },
    });
    const own = { applicationID: made.application_id };
    const clone = made.instances[0]?.instance_id;
    const body = { domain: 'tried.example', clone_instance_id: clone };
    await call(`post ${application}/instances`, 422, {
      path: own,
      body: { ...body, clone_instance_id: 'ins_none' },
    });
    await call(`post ${application}/instances`, 422, { path: own, body: { domain: 'campus.bit.example' } });
    const production = await call(`post ${application}/instances`, 201, { path: own, body });
    expect(await opens(String(production.secret_key))).toBe(200);
    const config = await call(`get ${instance}/config`, 200, { path: { ...own, envOrInsID: 'production' } });
    expect(config.auth_access_control).toMatchObject({ sign_up_mode: 'waitlist' });
    await call(`post ${application}/instances`, 422, { path: own, body: { domain: 'again.example' } });
    await call('post /platform/applications', 422, { body: { name: 'Odd', template: 'nothing' } });
    await call('post /platform/applications', 422, {
      body: { name: 'Twice', domain: 'tried.example', environment_types: ['production'] },
    });
  });

  it('have a logo and a favicon, by form or as a data URL', async () => {
    const { call } = contract;
    for (const use of ['logo', 'favicon']) {
      await call(`post ${application}/${use}`, 200, { path, form: form(png) });
      await call(`delete ${application}/${use}`, 200, { path });
      await call(`post ${application}/${use}`, 404, { path: { applicationID: 'app_none' }, form: form(png) });
      await call(`delete ${application}/${use}`, 404, { path: { applicationID: 'app_none' } });
    }
    const odd = new File(['x'], 'x.txt', { type: 'text/plain' });
    await call(`post ${application}/logo`, 422, { path, form: form(odd) });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'l.png', { type: 'image/png' });
    await call(`post ${application}/logo`, 413, { path, form: form(large) });
    await call(`post ${application}/logo`, 400, { path, form: new FormData() });
    const url = `${contract.sandbox.url}/v1/platform/applications/${path.applicationID}/favicon`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${contract.sandbox.platformToken}`,
        'content-type': 'application/octet-stream',
      },
      body: 'data:image/x-icon;base64,AAABAA==',
    });
    expect(answer.status).toBe(200);
  });

  it('have people: listed, found, made, banned, pictured, deleted', async () => {
    const { call } = contract;
    const users = `${instance}/users`;
    const one = `${users}/{userID}`;
    const page = await call(`get ${users}`, 200, { path, query: 'limit=3&offset=1' });
    expect(page.data).toHaveLength(3);
    expect(page.total_count).toBeGreaterThan(3);
    const made = await call(`post ${users}`, 200, {
      path,
      body: { email_address: ['ada@ashford.example'], skip_password_requirement: true },
    });
    expect(await call(`get ${users}`, 200, { path, query: 'query=ada@ashford.example' })).toMatchObject({
      total_count: 1,
    });
    const dev = { ...path, envOrInsID: 'development' };
    expect(await call(`get ${users}`, 200, { path: dev, query: 'query=ada@ashford.example' })).toMatchObject({
      total_count: 0,
    });
    const at = { ...path, userID: made.id };
    expect(await call(`post ${one}/ban`, 200, { path: at })).toMatchObject({ banned: true });
    expect(await call(`post ${one}/unban`, 200, { path: at })).toMatchObject({ banned: false });
    expect(await call(`post ${one}/profile_image`, 200, { path: at, form: form(png) })).toMatchObject({
      has_image: true,
    });
    await call(`delete ${one}/profile_image`, 200, { path: at });
    await call(`delete ${one}`, 200, { path: at });
    await call(`delete ${one}`, 404, { path: at });
    await call(`post ${one}/ban`, 404, { path: at });
    await call(`post ${users}`, 422, { path, body: { email_address: ['no address'] } });
    await call(`get ${users}`, 422, { path, query: 'limit=0' });
    await call(`get ${users}`, 404, { path: { ...path, envOrInsID: 'staging' } });
  });

  it('have JWT templates and redirect URLs', async () => {
    const { call } = contract;
    const tokens = `${instance}/jwt_templates`;
    const made = await call(`post ${tokens}`, 200, { path, body: { name: 'api', claims: { plan: 'pro' } } });
    const token = { ...path, templateID: made.id };
    expect(await call(`get ${tokens}/{templateID}`, 200, { path: token })).toEqual(made);
    await call(`patch ${tokens}/{templateID}`, 200, { path: token, body: { name: 'api2', claims: {} } });
    expect(await call<Shown[]>(`get ${tokens}`, 200, { path })).toContainEqual(
      expect.objectContaining({ name: 'api2' }),
    );
    await call(`delete ${tokens}/{templateID}`, 200, { path: token });
    await call(`get ${tokens}/{templateID}`, 404, { path: token });
    await call(`post ${tokens}`, 422, { path, body: { name: 'x', claims: {}, lifetime: 1 } });

    const urls = `${instance}/redirect_urls`;
    const url = await call(`post ${urls}`, 200, { path, body: { url: 'ashford://back' } });
    const at = { ...path, redirectURLID: url.id };
    expect(await call(`get ${urls}/{redirectURLID}`, 200, { path: at })).toEqual(url);
    expect((await call(`get ${urls}`, 200, { path, query: 'limit=500' })).data).toContainEqual(url);
    await call(`post ${urls}`, 422, { path, body: { url: 'http://plain.example' } });
    await call(`delete ${urls}/{redirectURLID}`, 200, { path: at });
    await call(`delete ${urls}/{redirectURLID}`, 404, { path: at });
  });

  it('are offered to another workspace with their application, once at a time', async () => {
    const { call } = contract;
    const transfers = `${application}/transfers`;
    const one = `${transfers}/{transferID}`;
    const made = await call(`post ${transfers}`, 201, { path });
    await call(`post ${transfers}`, 409, { path });
    const at = { ...path, transferID: made.id };
    expect(await call(`get ${one}`, 200, { path: at })).toEqual(made);
    expect(await call(`delete ${one}`, 200, { path: at })).toMatchObject({ status: 'canceled' });
    await call(`delete ${one}`, 409, { path: at });
    await call(`get ${one}`, 404, { path: { ...at, transferID: 'appxfer_none' } });
    await call(`post ${transfers}`, 201, { path });
    const list = 'get /platform/application_transfers';
    expect(await call(list, 200)).toMatchObject({ total_count: 2 });
    expect(await call(list, 200, { query: 'status=pending' })).toMatchObject({ total_count: 1 });
    await call(list, 422, { query: 'status=odd' });
    await call('post /platform/accountless_applications/claim', 404, { body: { token: 'x', name: 'Mine' } });
    await call('post /platform/accountless_applications/claim', 422, { body: { token: 'x', name: '' } });
  });
});

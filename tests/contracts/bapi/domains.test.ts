import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const all = '/domains';
const one = `${all}/{domain_id}`;

describe.skipIf(specMissing)(`domains of an instance keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract('lumen');
  });
  afterAll(() => contract.close());

  it('satellites come and go, the primary one stays; a proxy takes the place of DNS', async () => {
    const { call } = contract;
    const { data } = await call(`get ${all}`, 200);
    const primary = data.find((each) => each.is_satellite === false);
    const made = await call(`post ${all}`, 200, { body: { name: 'shop.acme.example', is_satellite: true } });
    expect(made).toMatchObject({ accounts_portal_url: null, cname_targets: [{ required: true }] });
    await call(`post ${all}`, 422, { body: { name: 'shop.acme.example', is_satellite: true } });
    await call(`post ${all}`, 422, { body: { name: 'other.acme.example', is_satellite: false } });
    await call(`post ${all}`, 422, { body: { name: 'no domain', is_satellite: true } });
    const path = { domain_id: made.id };
    const proxy_url = 'https://shop.acme.example/__clerk';
    expect(await call(`patch ${one}`, 200, { path, body: { proxy_url } })).toMatchObject({ proxy_url });
    expect(await call(`patch ${one}`, 200, { path, body: { proxy_url: null } })).toMatchObject({
      proxy_url: null,
    });
    await call(`patch ${one}`, 422, { path, body: { proxy_url: 'http://shop' } });
    const check = { domain_id: made.id, proxy_url };
    expect(await call('post /proxy_checks', 200, { body: check })).toMatchObject({ successful: true });
    await call('post /proxy_checks', 422, { body: { ...check, domain_id: 'dmn_missing' } });
    await call(`delete ${one}`, 403, { path: { domain_id: primary?.id ?? '' } });
    await call(`delete ${one}`, 200, { path });
    await call(`delete ${one}`, 404, { path });
    await call(`patch ${one}`, 404, { path, body: {} });
    contract.expectCovered([
      `get ${all}`,
      `post ${all}`,
      `patch ${one}`,
      `delete ${one}`,
      'post /proxy_checks',
    ]);
  });
});

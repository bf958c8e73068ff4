import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const all = '/enterprise_connections';
const one = `${all}/{enterprise_connection_id}`;
const tests = `${one}/test_runs`;

describe.skipIf(specMissing)(`enterprise connections keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract();
  });
  afterAll(() => contract.close());
  const body = { name: 'Okta of Acme', provider: 'saml_okta', domains: ['SSO.acme.example'] };

  it('lists, makes, reads, edits and deletes one', async () => {
    const { call } = contract;
    const before = await call(`get ${all}`, 200, { query: 'limit=100' });
    expect(before.data.length).toBeGreaterThan(2);
    const active = await call(`get ${all}`, 200, { query: 'active=true&limit=100' });
    expect(active.data.every((row) => row.active)).toBe(true);
    const owner = String(before.data.find(({ organization_id: id }) => id)?.organization_id);
    expect(
      (await call(`get ${all}`, 200, { query: `organization_id=${owner}` })).data.length,
    ).toBeGreaterThan(0);
    const made = await call(`post ${all}`, 201, { body });
    expect(made).toMatchObject({ domains: ['sso.acme.example'], active: false, oauth_config: null });
    const path = { enterprise_connection_id: made.id };
    expect(await call(`get ${one}`, 200, { path })).toEqual(made);
    await call(`patch ${one}`, 422, { path, body: { active: true } });
    const saml = { idp_sso_url: 'https://acme.okta.example/sso' };
    expect(await call(`patch ${one}`, 200, { path, body: { active: true, saml } })).toMatchObject({
      active: true,
      saml_connection: saml,
    });
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
  });

  it('never shows a secret, and refuses in the words of the spec', async () => {
    const { call } = contract;
    const oidc = { client_id: 'acme', client_secret: 'a-secret-of-acme' };
    const made = await call(`post ${all}`, 201, {
      body: { ...body, provider: 'oidc_custom', domains: ['oidc.acme.example'], oidc },
    });
    expect(JSON.stringify(made)).not.toContain('a-secret-of-acme');
    expect(made).toMatchObject({ saml_connection: null, oauth_config: { client_id: 'acme' } });
    await call(`post ${all}`, 409, { body: { ...body, domains: ['oidc.acme.example'] } });
    await call(`post ${all}`, 422, { body: { ...body, provider: 'saml_unknown' } });
    await call(`post ${all}`, 422, { body: { ...body, domains: [] } });
    await call(`post ${all}`, 404, { body: { ...body, organization_id: 'org_missing' } });
    await call(`patch ${one}`, 404, { path: { enterprise_connection_id: 'entconn_missing' }, body: {} });
  });

  it('a test is asked for, is under way, and fails where the certificate has ended', async () => {
    const { call } = contract;
    const { data } = await call(`get ${all}`, 200, { query: 'limit=100' });
    const ended = data.find(({ saml_connection: saml }) => {
      const { idp_certificate_expires_at: at } = (saml ?? {}) as { idp_certificate_expires_at?: number };
      return at !== undefined && at < Date.now();
    });
    const path = { enterprise_connection_id: ended?.id ?? '' };
    const before = await call(`get ${tests}`, 200, { path, query: 'status=pending' });
    expect(before).toEqual({ data: [], total_count: 0 });
    expect((await call(`post ${tests}`, 200, { path })).url).toContain('https://');
    const under = await call(`get ${tests}`, 200, { path, query: 'status=pending' });
    expect(under.data).toMatchObject([{ status: 'pending', logs: [] }]);
    await contract.sandbox.control.setClock({ advanceMs: 6_000 });
    const after = await call(`get ${tests}`, 200, { path, query: 'limit=1' });
    expect(after.data).toMatchObject([
      { status: 'failed', logs: [{ level: 'error', message: 'The certificate has expired.' }] },
    ]);
    await call(`get ${tests}`, 404, { path: { enterprise_connection_id: 'entconn_missing' } });
    await call(`post ${tests}`, 404, { path: { enterprise_connection_id: 'entconn_missing' } });
  });

  it('was asked for every operation', () => {
    const operations = [`get ${all}`, `post ${all}`, `get ${one}`, `patch ${one}`, `delete ${one}`] as const;
    contract.expectCovered([...operations, `get ${tests}`, `post ${tests}`]);
  });
});

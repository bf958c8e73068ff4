import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const settings = '/instance/organization_settings';

describe.skipIf(specMissing)(`the instance keeps to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract();
  });
  afterAll(() => contract.close());

  it('shows and edits itself; the edit answers 204 without a body', async () => {
    const { call } = contract;
    await call('patch /instance', 204, {
      body: { allowed_origins: ['https://app.example'], support_email: 'a@b.example' },
    });
    expect(await call('get /instance', 200)).toMatchObject({ allowed_origins: ['https://app.example'] });
    await call('patch /instance', 422, { body: { hibp: 'yes' } });
  });

  it('gives a testing token for an hour', async () => {
    await contract.sandbox.control.setClock({ now: Date.UTC(2026, 10, 2), running: false });
    const made = await contract.call('post /testing_tokens', 200);
    expect(made.token).toMatch(/^1793577600-c_\w{27}$/);
    expect(made.expires_at).toBe(1_793_577_600 + 3_600);
    await contract.sandbox.control.setClock({ running: true });
  });

  it('takes role ids and gives role keys in the organization settings', async () => {
    const { call } = contract;
    const roles = await call('get /organization_roles', 200, { query: 'query=org:viewer' });
    const body = { max_allowed_memberships: 7, domains_default_role_id: roles.data[0]?.id };
    expect(await call(`patch ${settings}`, 200, { body })).toMatchObject({
      max_allowed_memberships: 7,
      domains_default_role: 'org:viewer',
    });
    await call(`patch ${settings}`, 422, { body: { creator_role_id: roles.data[0]?.id } });
    await call(`patch ${settings}`, 404, { body: { creator_role_id: 'role_missing' } });
    await call(`patch ${settings}`, 422, { body: { domains_enrollment_modes: ['sometimes'] } });
    expect(await call('post /organizations', 200, { body: { name: 'Defaults' } })).toMatchObject({
      max_allowed_memberships: 7,
    });
  });

  it('restrictions are written and never read: the answer alone says what holds', async () => {
    const { call } = contract;
    const body = { blocklist: true, allowlist: null };
    expect(await call('patch /instance/restrictions', 200, { body })).toMatchObject({
      allowlist: false,
      blocklist: true,
    });
    const more = { block_email_subaddresses: true };
    expect(await call('patch /instance/restrictions', 200, { body: more })).toMatchObject({
      blocklist: true,
    });
    await call('patch /instance/restrictions', 422, { body: { blocklist: 'yes' } });
  });

  it('the list of countries is replaced as a whole; what is no country is dropped, doubles are refused', async () => {
    const { call } = contract;
    const path = 'patch /instance/communication';
    const body = { blocked_country_codes: ['KP', 'AF', 'QX'] };
    expect(await call(path, 200, { body })).toMatchObject({ blocked_country_codes: ['KP', 'AF'] });
    expect(await call(path, 200, { body: {} })).toMatchObject({ blocked_country_codes: ['KP', 'AF'] });
    await call(path, 422, { body: { blocked_country_codes: ['kp'] } });
    await call(path, 422, { body: { blocked_country_codes: ['KP', 'KP'] } });
    expect(await call('get /instance/communication', 200)).toMatchObject({
      blocked_country_codes: ['KP', 'AF'],
    });
  });

  it('Protect is switched key by key, and takes no others', async () => {
    const { call } = contract;
    expect(await call('get /instance/protect', 200)).toMatchObject({ rules_enabled: false });
    await call('patch /instance/protect', 200, { body: { rules_enabled: true } });
    const more = { specter_enabled: true, rules_enabled: null };
    expect(await call('patch /instance/protect', 200, { body: more })).toMatchObject({
      rules_enabled: true,
      specter_enabled: true,
    });
    await call('patch /instance/protect', 422, { body: { checks_bypassed: true } });
  });

  it('refuses organizations with 403 until they are enabled', async () => {
    const { call } = contract;
    await call(`patch ${settings}`, 200, { body: { enabled: false } });
    for (const operation of ['organizations', 'organization_memberships', 'organization_roles'])
      await call(`get /${operation}`, 403);
    await call('post /organizations', 403, { body: { name: 'Not yet' } });
    await call(`get ${settings}`, 200);
    await call(`patch ${settings}`, 200, { body: { enabled: true } });
    await call('get /organizations', 200);
  });

  it('answers a rate-limited call and an unknown endpoint like any error', async () => {
    await contract.sandbox.control.setRateLimit({ limit: 1, windowMs: 60_000 });
    await contract.call('get /instance', 200);
    await contract.call('get /organizations', 429);
    await contract.sandbox.control.setRateLimit(null);
    const response = await fetch(`${contract.sandbox.url}/v1/nowhere`, {
      headers: { authorization: `Bearer ${contract.sandbox.secretKey}` },
    });
    expect(response.status).toBe(404);
    expect(contract.spec.problems('get', '/organizations', 404, await response.json())).toBeUndefined();
  });

  it('would notice an answer that breaks the spec', () => {
    const { problems } = contract.spec;
    expect(
      problems('get', '/organizations', 200, { data: [{ object: 'organization' }], total_count: 1 }),
    ).toMatch(/id/);
    expect(problems('get', '/organizations', 200, { data: [], total_count: '1' })).toMatch(/integer/);
    expect(problems('get', '/organizations', 200, { data: [], total_count: 1, more: 1 })).toMatch(
      /additional/,
    );
    expect(problems('get', '/organizations', 418, {})).toMatch(/may not answer/);
    expect(problems('get', '/users', 401, { errors: [{ code: 'x' }] })).toMatch(/message/);
    expect(problems('get', '/nowhere', 200, {})).toMatch(/not in the spec/);
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      'get /instance',
      'patch /instance',
      `get ${settings}`,
      `patch ${settings}`,
      'patch /instance/restrictions',
      'get /instance/communication',
      'patch /instance/communication',
      'get /instance/protect',
      'patch /instance/protect',
    ]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformSpecPath, specMissing } from '../load-spec';
import { type Contract, openContract } from '../open-contract';

const domains = '/platform/applications/{applicationID}/domains';
const one = `${domains}/{domainIDOrName}`;

describe.skipIf(specMissing)(`domains keep to the spec (skipped without ${platformSpecPath})`, () => {
  let contract: Contract;
  let applicationID: string;
  beforeAll(async () => {
    contract = await openContract('campus');
    const [first] = await contract.call<{ readonly application_id: string }[]>(
      'get /platform/applications',
      200,
    );
    applicationID = first?.application_id ?? '';
  });
  afterAll(() => contract.close());

  it('are added, verified step by step, and removed', async () => {
    const { call } = contract;
    const before = await call(`get ${domains}`, 200, { path: { applicationID } });
    expect(before).toMatchObject({ total_count: 1 });
    const made = await call(`post ${domains}`, 201, {
      path: { applicationID },
      body: { name: 'alumni.ashford.example' },
    });
    const path = { applicationID, domainIDOrName: 'alumni.ashford.example' };
    expect(await call(`get ${one}`, 200, { path })).toEqual(made);
    expect(await call(`get ${one}/status`, 200, { path })).toMatchObject({ dns: { status: 'not_started' } });
    expect(await call(`post ${one}/dns_check`, 200, { path })).toMatchObject({
      dns: { status: 'in_progress' },
      status: 'incomplete',
    });
    await call(`post ${one}/dns_check`, 409, { path });
    await sleep(1_000);
    expect(await call(`post ${one}/dns_check`, 200, { path })).toMatchObject({ status: 'complete' });
    await call(`post ${domains}`, 409, {
      path: { applicationID },
      body: { name: 'alumni.ashford.example' },
    });
    await call(`post ${domains}`, 422, { path: { applicationID }, body: { name: 'not a domain' } });
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
    expect(await call(`get ${domains}`, 200, { path: { applicationID } })).toEqual(before);
  });

  it('have a primary one, which another takes the place of, and which is renamed; it is not deleted', async () => {
    const { call } = contract;
    const path = { applicationID };
    const primary = 'patch /platform/applications/{applicationID}/domain';
    const [first] = (await call(`get ${domains}`, 200, { path })).data;
    await call(`post ${domains}`, 201, {
      path,
      body: { name: 'new.ashford.example', proxy_path: '/__clerk' },
    });
    expect(await call(primary, 200, { path, body: { name: 'new.ashford.example' } })).toMatchObject({
      is_provider_domain: false,
      proxy_url: 'https://new.ashford.example/__clerk',
    });
    expect((await call(`get ${domains}`, 200, { path })).data[0]).toMatchObject({
      name: 'new.ashford.example',
    });
    await call(`delete ${one}`, 422, { path: { ...path, domainIDOrName: 'new.ashford.example' } });
    expect(await call(primary, 200, { path, body: { name: 'newer.ashford.example' } })).toMatchObject({
      name: 'newer.ashford.example',
    });
    await call(primary, 422, { path, body: { name: 'campus.bit.example' } });
    await call(primary, 200, { path, body: { name: first?.name } });
    await call(`delete ${one}`, 200, { path: { ...path, domainIDOrName: 'newer.ashford.example' } });
  });

  it('are in every state, with what was found and why it fails', async () => {
    const { call } = contract;
    const all = await call('get /platform/domains', 200, { query: 'limit=500' });
    expect(all.data.length).toBe(all.total_count);
    expect(all.data.length).toBeGreaterThan(24);
    const seen = new Set<string>();
    for (const row of all.data) {
      const { application } = row as unknown as { application: { id: string } };
      const status = await call(`get ${one}/status`, 200, {
        path: { applicationID: application.id, domainIDOrName: row.id },
      });
      for (const [, code] of JSON.stringify(status).matchAll(/"code":"(\w+)"/g)) seen.add(code ?? '');
      seen.add(`dns ${(status.dns as { status: string }).status}`);
      seen.add(`ssl ${(status.ssl as { status: string }).status}`);
      if (status.proxy !== undefined) seen.add('proxy');
    }
    expect([...seen].sort()).toEqual([
      'caa_record',
      'cname_mismatch',
      'cname_not_found',
      'dns complete',
      'dns in_progress',
      'dns not_started',
      'proxy',
      'ssl complete',
      'ssl failed',
      'ssl not_started',
    ]);
  });

  it('are listed for the whole workspace by a cursor, and found by name', async () => {
    const { call } = contract;
    const list = 'get /platform/domains';
    const page = await call(list, 200, { query: 'limit=5' });
    const [, second] = page.data;
    const next = await call(list, 200, { query: `limit=5&starting_after=${page.data[4]?.id}` });
    expect(next.data).toHaveLength(5);
    expect(await call(list, 200, { query: `limit=5&ending_before=${next.data[0]?.id}` })).toEqual(page);
    expect((await call(list, 200, { query: `name=${second?.name}` })).data).toEqual([second]);
    await call(list, 200, { query: 'include_development=true' });
    await call(list, 422, { query: 'starting_after=dmn_none' });
    await call(list, 422, { query: 'limit=0' });
    const single = 'get /platform/domains/{domainIDOrName}';
    expect(await call(single, 200, { path: { domainIDOrName: second?.name ?? '' } })).toEqual(second);
    await call(single, 404, { path: { domainIDOrName: 'nowhere.example' } });
  });

  it('are prepared by an intent, which a new domain completes', async () => {
    const { call } = contract;
    const intents = '/platform/domain_intents';
    const it = `${intents}/{domainIntentID}`;
    const made = await call(`post ${intents}`, 201, { body: { name: 'soon.ashford.example' } });
    expect(made.records).toHaveLength(5);
    const path = { domainIntentID: made.id };
    expect(await call(`get ${it}`, 200, { path })).toEqual(made);
    const body = { name: 'soon.ashford.example', domain_intent_id: made.id };
    await call(`post ${domains}`, 400, {
      path: { applicationID },
      body: { ...body, name: 'else.ashford.example' },
    });
    const domain = await call(`post ${domains}`, 201, { path: { applicationID }, body });
    expect(await call(`get ${it}`, 200, { path })).toMatchObject({
      status: 'completed',
      domain_id: domain.id,
    });
    await call(`delete ${it}`, 400, { path });
    const other = await call(`post ${intents}`, 201, { body: { name: 'later.ashford.example' } });
    expect(await call(`delete ${it}`, 200, { path: { domainIntentID: other.id } })).toMatchObject({
      status: 'canceled',
    });
    expect(await call(`get ${intents}`, 200, { query: 'status=canceled&status=completed' })).toMatchObject({
      total_count: 2,
    });
    await call(`get ${intents}`, 422, { query: 'status=odd' });
    await call(`post ${intents}`, 422, { body: { name: 'soon.ashford.example' } });
    await call(`get ${it}`, 404, { path: { domainIntentID: 'dmnint_none' } });
    await call(`delete ${it}`, 404, { path: { domainIntentID: 'dmnint_none' } });
  });
});

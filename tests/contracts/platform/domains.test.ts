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
});

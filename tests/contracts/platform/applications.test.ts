import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformSpecPath, specMissing } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const list = '/platform/applications';
const one = `${list}/{applicationID}`;
const usage = `${one}/instances/{envOrInsID}/usage`;

interface Application {
  readonly application_id: string;
  readonly name: string;
  readonly instances: readonly {
    readonly instance_id: string;
    readonly environment_type: string;
    readonly secret_key?: string;
  }[];
}

describe.skipIf(specMissing)(`applications keep to the spec (skipped without ${platformSpecPath})`, () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await openContract('campus');
  });
  afterAll(() => contract.close());

  it('are listed, with keys where asked for, each the key of a user pool of its own', async () => {
    const shown = await contract.call<Application[]>(`get ${list}`, 200);
    expect(shown).toHaveLength(24);
    expect(JSON.stringify(shown)).not.toContain('sk_live_');
    const [first, second] = await contract.call<Application[]>(`get ${list}`, 200, {
      query: 'include_secret_keys=true',
    });
    const pools = await Promise.all(
      [first, second].map(async (application) => {
        const answer = await fetch(`${contract.sandbox.url}/v1/users?limit=500`, {
          headers: { authorization: `Bearer ${application?.instances[0]?.secret_key}` },
        });
        return ((await answer.json()) as Shown[]).map(({ id }) => id);
      }),
    );
    expect(pools[0]?.length).toBeGreaterThan(5);
    expect(pools[0]?.filter((id) => pools[1]?.includes(id))).toEqual([]);
  });

  it('are created with an empty pool for each environment, renamed and deleted', async () => {
    const { call } = contract;
    const made = await call<Application>(`post ${list}`, 200, {
      body: {
        name: 'Vale College',
        domain: 'learn.vale.example',
        environment_types: ['development', 'production'],
      },
    });
    expect(made.instances.map((instance) => instance.environment_type)).toEqual([
      'development',
      'production',
    ]);
    const path = { applicationID: made.application_id };
    await call(`patch ${one}`, 200, { path, body: { name: 'Vale University' } });
    expect(await call(`get ${one}`, 200, { path })).toMatchObject({ name: 'Vale University' });
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
    await call(`post ${list}`, 422, { body: { domain: 'x' } });
  });

  it('tell what they used', async () => {
    const { call } = contract;
    const [application] = await call<Application[]>(`get ${list}`, 200);
    const path = { applicationID: application?.application_id ?? '', envOrInsID: 'production' };
    await call(`get ${usage}`, 200, { path });
    const whole = await call<{ readonly mau: { readonly total_usage: number } }>(`get ${usage}`, 200, {
      path,
      query: 'start=2020-01-01&end=2026-11-01',
    });
    expect(whole.mau.total_usage).toBeGreaterThan(0);
    await call(`get ${usage}`, 422, { path, query: 'start=2026-01-01' });
    await call(`get ${usage}`, 404, { path: { ...path, envOrInsID: 'staging' } });
  });

  it('open to a Platform token only', async () => {
    await contract.call(`get ${list}`, 401, { key: contract.sandbox.secretKey });
    const answer = await fetch(`${contract.sandbox.url}/v1/users/count`, {
      headers: { authorization: `Bearer ${contract.sandbox.platformToken}` },
    });
    expect(answer.status).toBe(401);
  });
});

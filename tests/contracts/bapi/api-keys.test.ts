import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const all = '/api_keys';
const one = `${all}/{apiKeyID}`;

describe.skipIf(specMissing)(`API keys keep to the spec (skipped without ${specPath})`, () => {
  let contract: Contract;
  let machine: Shown;
  beforeAll(async () => {
    contract = await openContract();
    const machines = await contract.call('get /machines', 200, { query: 'limit=1' });
    machine = machines.data[0] as Shown;
  });
  afterAll(() => contract.close());
  const listed = (query: string) => contract.call(`get ${all}`, 200, { query });

  it('makes one with its secret, lists it by its holder, edits, revokes and deletes it', async () => {
    const { call } = contract;
    const before = await listed(`subject=${machine.id}`);
    const made = await call(`post ${all}`, 200, {
      body: { name: 'Nightly', subject: machine.id, scopes: ['read'], seconds_until_expiration: 60 },
    });
    expect(made).toMatchObject({ secret: expect.stringMatching(/^ak_/), expired: false, revoked: false });
    const path = { apiKeyID: made.id };
    const { secret, ...rest } = made;
    expect(await call(`get ${one}`, 200, { path })).toEqual(rest);
    expect(await call(`get ${one}/secret`, 200, { path })).toEqual({ secret });
    expect((await listed(`subject=${machine.id}&limit=100`)).data).toHaveLength(before.data.length + 1);
    expect((await listed(`subject=${machine.id}&query=Nightly`)).data).toContainEqual(rest);
    await call(`patch ${one}`, 200, { path, body: { description: 'For reports', scopes: [] } });
    expect(await call(`get ${one}`, 200, { path })).toMatchObject({ description: 'For reports', scopes: [] });
    expect(
      await call(`post ${one}/revoke`, 200, { path, body: { revocation_reason: 'Leaked' } }),
    ).toMatchObject({
      revoked: true,
      revocation_reason: 'Leaked',
    });
    expect((await listed(`subject=${machine.id}`)).data).not.toContainEqual(
      expect.objectContaining({ id: made.id }),
    );
    expect((await listed(`subject=${machine.id}&include_invalid=true&limit=100`)).data).toContainEqual(
      expect.objectContaining({ id: made.id }),
    );
    await call(`delete ${one}`, 200, { path });
    await call(`get ${one}`, 404, { path });
  });

  it('ends keys by its clock, and refuses holders that are not there', async () => {
    const { call, sandbox } = contract;
    const body = { name: 'Soon over', subject: machine.id, seconds_until_expiration: 60 };
    const { id } = await call(`post ${all}`, 200, { body });
    await sandbox.control.setClock({ advanceMs: 61_000 });
    expect((await listed(`subject=${machine.id}`)).data).not.toContainEqual(expect.objectContaining({ id }));
    expect(await call(`get ${one}`, 200, { path: { apiKeyID: id } })).toMatchObject({ expired: true });
    for (const status of [404])
      await call(`post ${all}`, status, { body: { ...body, subject: `user_${'0'.repeat(27)}` } });
  });

  it('was asked for every operation', () => {
    contract.expectCovered([
      `get ${all}`,
      `post ${all}`,
      `get ${one}`,
      `patch ${one}`,
      `delete ${one}`,
      `get ${one}/secret`,
      `post ${one}/revoke`,
    ]);
  });
});

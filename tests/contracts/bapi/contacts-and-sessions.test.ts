import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

describe.skipIf(specMissing)(
  `addresses, numbers and sessions keep to the spec (skipped without ${specPath})`,
  () => {
    let contract: Contract;
    let users: readonly Shown[] = [];
    beforeAll(async () => {
      contract = await openContract();
      users = await contract.call<readonly Shown[]>('get /users', 200, { query: 'limit=500' });
    });
    afterAll(() => contract.close());
    const read = (id: string) => contract.call('get /users/{user_id}', 200, { path: { user_id: id } });

    it.each([
      {
        kind: 'email_address',
        list: 'email_addresses',
        value: 'Second@Own.example',
        held: 'second@own.example',
      },
      { kind: 'phone_number', list: 'phone_numbers', value: '+41795550123', held: '+41795550123' },
    ])(
      '$list: added unverified, verified, made the primary one, taken away',
      async ({ kind, list, value, held }) => {
        const { call } = contract;
        const user = users.find((each) => each[`primary_${kind}_id`] !== null);
        const one = `/${list}/{${kind}_id}`;
        await call(`post /${list}`, 404, { body: { user_id: 'user_missing', [kind]: value } });
        await call(`post /${list}`, 422, { body: { user_id: user?.id, [kind]: 'nonsense' } });
        const before = await read(user?.id ?? '');
        const made = await call(`post /${list}`, 200, { body: { user_id: user?.id, [kind]: value } });
        expect(made).toMatchObject({ [kind]: held, verification: { status: 'unverified' }, reserved: false });
        const path = { [`${kind}_id`]: made.id };
        await call(`post /${list}`, 422, {
          body: { user_id: users.find(({ id }) => id !== user?.id)?.id, [kind]: value },
        });
        await call(`patch ${one}`, 422, { path, body: { primary: true } });
        expect(await call(`patch ${one}`, 200, { path, body: { verified: true } })).toMatchObject({
          verification: { status: 'verified' },
        });
        await call(`patch ${one}`, 200, { path, body: { primary: true } });
        expect(await read(user?.id ?? '')).toMatchObject({ [`primary_${kind}_id`]: made.id });
        expect(await call(`get ${one}`, 200, { path })).toMatchObject({ [kind]: held });
        await call(`delete ${one}`, 200, { path });
        expect(await read(user?.id ?? '')).toMatchObject({
          [`primary_${kind}_id`]: before[`primary_${kind}_id`],
        });
        await call(`get ${one}`, 404, { path });
        await call(`delete ${one}`, 404, { path });
      },
    );

    it('sessions: those of a person, each revoked once', async () => {
      const { call } = contract;
      await call('get /sessions', 422);
      const lists = await Promise.all(
        users
          .slice(0, 40)
          .map(({ id }) =>
            call<readonly Shown[]>('get /sessions', 200, { query: `user_id=${id}&status=active` }),
          ),
      );
      const [session] = lists.flat();
      expect(session).toBeDefined();
      const path = { session_id: session?.id ?? '' };
      expect(await call('post /sessions/{session_id}/revoke', 200, { path })).toMatchObject({
        status: 'revoked',
      });
      expect(await call('get /sessions/{session_id}', 200, { path })).toMatchObject({ status: 'revoked' });
      const left = await call<readonly Shown[]>('get /sessions', 200, {
        query: `user_id=${String(session?.user_id)}&status=active`,
      });
      expect(left.map(({ id }) => id)).not.toContain(session?.id);
      await call('post /sessions/{session_id}/revoke', 404, { path: { session_id: 'sess_0missing' } });
    });

    it('second factors and passwords of a person are taken away', async () => {
      const { call } = contract;
      const guarded = users.find((user) => user.two_factor_enabled && user.password_enabled);
      const path = { user_id: guarded?.id ?? '' };
      await call('post /users/{user_id}/password/set_compromised', 200, { path, body: {} });
      await call('post /users/{user_id}/password/unset_compromised', 200, { path });
      expect(await call('delete /users/{user_id}/mfa', 200, { path })).toEqual({ user_id: guarded?.id });
      expect(await call('post /users/{user_id}/remove_password', 200, { path, body: {} })).toMatchObject({
        password_enabled: false,
        two_factor_enabled: false,
      });
      await call('post /users/{user_id}/password/set_compromised', 422, { path, body: {} });
      await call('delete /users/{user_id}/mfa', 404, { path: { user_id: 'user_missing' } });
    });
  },
);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const allowlist = '/allowlist_identifiers';
const blocklist = '/blocklist_identifiers';
const redirects = '/redirect_urls';

describe.skipIf(specMissing)(
  `lists of who may sign up keep to the spec (skipped without ${specPath})`,
  () => {
    let contract: Contract;
    beforeAll(async () => {
      contract = await openContract('lumen');
    });
    afterAll(() => contract.close());

    it.each([
      { path: allowlist, rows: (body: unknown) => body as readonly Shown[] },
      { path: blocklist, rows: (body: unknown) => (body as Shown).data },
    ])(
      '$path: listed, added to, taken from; no double, and nothing that identifies nobody',
      async ({ path, rows }) => {
        const { call } = contract;
        const before = rows(await call(`get ${path}`, 200));
        expect(before.length).toBeGreaterThan(2);
        for (const [identifier, type] of [
          ['Kim@Example.com', 'email_address'],
          ['*@example.org', 'email_address'],
          ['+15551234567', 'phone_number'],
          [`0x${'a'.repeat(40)}`, 'web3_wallet'],
        ]) {
          const made = await call(`post ${path}`, 200, { body: { identifier } });
          expect(made).toMatchObject({ identifier: String(identifier).toLowerCase(), identifier_type: type });
          await call(`post ${path}`, 400, { body: { identifier } });
        }
        await call(`post ${path}`, 422, { body: { identifier: 'nobody' } });
        await call(`post ${path}`, 422, { body: {} });
        const [first] = rows(await call(`get ${path}`, 200));
        await call(`delete ${path}/{identifier_id}`, 200, { path: { identifier_id: first?.id ?? '' } });
        await call(`delete ${path}/{identifier_id}`, 404, { path: { identifier_id: first?.id ?? '' } });
        await call(`get ${path}`, 401, { key: 'sk_live_wrong' });
      },
    );

    it('redirect URLs are listed, made, read and deleted; plain http is none', async () => {
      const { call } = contract;
      const listed = await call<readonly Shown[]>(`get ${redirects}`, 200);
      expect(listed).toHaveLength(1);
      const made = await call(`post ${redirects}`, 200, { body: { url: 'https://lumen.example/after' } });
      await call(`post ${redirects}`, 400, { body: { url: 'https://lumen.example/after' } });
      await call(`post ${redirects}`, 200, { body: { url: 'lumen://after' } });
      await call(`post ${redirects}`, 422, { body: { url: 'http://lumen.example/after' } });
      const path = { id: made.id };
      expect(await call(`get ${redirects}/{id}`, 200, { path })).toEqual(made);
      await call(`delete ${redirects}/{id}`, 200, { path });
      await call(`get ${redirects}/{id}`, 404, { path });
      expect(
        await call<readonly Shown[]>(`get ${redirects}`, 200, { query: 'limit=1&offset=1' }),
      ).toHaveLength(1);
    });

    it('invitations: of who has not signed up, once each, in tens; what is revoked is not listed any more', async () => {
      const { call } = contract;
      const revoke = '/invitations/{invitation_id}/revoke';
      const query = 'status=pending&order_by=-expires_at&limit=500';
      const pending = await call<readonly Shown[]>('get /invitations', 200, { query });
      const made = await call('post /invitations', 200, {
        body: {
          email_address: 'New@Guests.example',
          expires_in_days: 3,
          public_metadata: { campaign: 'spring' },
        },
      });
      expect(made).toMatchObject({ email_address: 'new@guests.example', status: 'pending', revoked: false });
      await call('post /invitations', 400, { body: { email_address: 'new@guests.example' } });
      await call('post /invitations', 200, {
        body: { email_address: 'new@guests.example', ignore_existing: true },
      });
      await call('post /invitations', 422, { body: { email_address: 'nobody' } });
      await call('post /invitations', 422, { body: { email_address: 'a@b.example', expires_in_days: 0 } });
      const [user] = await call<readonly Shown[]>('get /users', 200, { query: 'limit=1' });
      const taken = user?.email_addresses[0]?.email_address;
      await call('post /invitations', 422, { body: { email_address: taken } });
      const many = (count: number) =>
        Array.from({ length: count }, (_, index) => ({ email_address: `many${index}@guests.example` }));
      await call('post /invitations/bulk', 400, { body: many(11) });
      expect(await call<readonly Shown[]>('post /invitations/bulk', 200, { body: many(10) })).toHaveLength(
        10,
      );
      await call('post /invitations/bulk', 400, { body: many(1) });
      const after = await call<readonly Shown[]>('get /invitations', 200, { query });
      expect(after.length).toBe(pending.length + 12);
      const path = { invitation_id: made.id };
      expect(await call(`post ${revoke}`, 200, { path, body: {} })).toMatchObject({ status: 'revoked' });
      await call(`post ${revoke}`, 400, { path, body: {} });
      await call(`post ${revoke}`, 404, { path: { invitation_id: 'inv_missing' }, body: {} });
      const found = (status: string) =>
        call<readonly Shown[]>('get /invitations', 200, { query: `query=${made.id}${status}` });
      expect(await found('')).toEqual([]);
      expect(await found('&status=revoked')).toHaveLength(1);
      const [accepted] = await call<readonly Shown[]>('get /invitations', 200, { query: 'status=accepted' });
      await call(`post ${revoke}`, 400, { path: { invitation_id: accepted?.id ?? '' }, body: {} });
    });

    it('an allowed address is sent an invitation where it is asked for', async () => {
      const { call } = contract;
      const body = { identifier: 'notified@guests.example', notify: true };
      const made = await call(`post ${allowlist}`, 200, { body });
      const sent = await call<readonly Shown[]>('get /invitations', 200, {
        query: `query=${made.invitation_id}`,
      });
      expect(sent).toMatchObject([{ email_address: 'notified@guests.example', status: 'pending' }]);
    });

    it('the waitlist: who waits already keeps the place; invited, rejected and taken off it while pending', async () => {
      const { call } = contract;
      const entry = '/waitlist_entries/{waitlist_entry_id}';
      const made = await call('post /waitlist_entries', 200, {
        body: { email_address: 'Waits@Guests.example' },
      });
      expect(made).toMatchObject({
        status: 'pending',
        email_address: 'waits@guests.example',
        invitation: null,
      });
      const again = await call('post /waitlist_entries', 200, {
        body: { email_address: 'waits@guests.example' },
      });
      expect(again.id).toBe(made.id);
      const two = [{ email_address: 'b1@guests.example' }, { email_address: 'b2@guests.example' }];
      const [first, second] = await call<readonly Shown[]>('post /waitlist_entries/bulk', 200, { body: two });
      await call('post /waitlist_entries/bulk', 422, { body: [two[0], two[0]] });
      const at = (record?: Shown) => ({ path: { waitlist_entry_id: record?.id ?? '' }, body: {} });
      expect(await call(`post ${entry}/invite`, 200, at(made))).toMatchObject({
        status: 'invited',
        invitation: { email_address: 'waits@guests.example', status: 'pending' },
      });
      await call(`post ${entry}/invite`, 409, at(made));
      await call(`delete ${entry}`, 409, at(made));
      expect(await call(`post ${entry}/reject`, 200, at(first))).toMatchObject({ status: 'rejected' });
      await call(`post ${entry}/reject`, 409, at(first));
      await call(`delete ${entry}`, 200, at(second));
      await call(`delete ${entry}`, 404, at(second));
      await call(`post ${entry}/invite`, 404, at(second));
      const listed = await call('get /waitlist_entries', 200, {
        query: 'status=rejected&order_by=email_address',
      });
      expect(listed.data.map(({ id }) => id)).toContain(first?.id);
    });

    it('was asked for every operation', () => {
      contract.expectCovered([
        ...[allowlist, blocklist].flatMap((path) => [
          `get ${path}`,
          `post ${path}`,
          `delete ${path}/{identifier_id}`,
        ]),
        `get ${redirects}`,
        `post ${redirects}`,
        `get ${redirects}/{id}`,
        `delete ${redirects}/{id}`,
      ]);
    });
  },
);

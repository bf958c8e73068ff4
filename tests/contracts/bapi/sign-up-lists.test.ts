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

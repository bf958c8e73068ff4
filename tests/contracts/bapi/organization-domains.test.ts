import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specMissing, specPath } from '../load-spec';
import { type Contract, openContract, type Shown } from '../open-contract';

const all = '/organization_domains';
const own = '/organizations/{organization_id}/domains';
const one = `${own}/{domain_id}`;

describe.skipIf(specMissing)(
  `domains of organizations keep to the spec (skipped without ${specPath})`,
  () => {
    let contract: Contract;
    let domains: readonly Shown[] = [];
    let first: Shown | undefined;
    beforeAll(async () => {
      contract = await openContract();
      domains = (await contract.call(`get ${all}`, 200, { query: 'limit=100&order_by=name' })).data;
      first = domains[0];
    });
    afterAll(() => contract.close());
    const owner = (): string => String(first?.organization_id);

    it('lists all of them, by organization, name, mode and verification', async () => {
      const { call } = contract;
      expect(domains.length).toBeGreaterThan(5);
      const found = async (query: string) =>
        (await call(`get ${all}`, 200, { query })).data.map(({ id }) => id);
      expect(await found(`domains=${first?.name}`)).toEqual([first?.id]);
      expect(await found(`query=${owner()}`)).toContain(first?.id);
      expect(await found(`organization_id=${owner()}&query=${first?.name.slice(0, 4)}`)).toContain(first?.id);
      const modes = async (query: string) =>
        new Set(
          (await call(`get ${all}`, 200, { query: `${query}&limit=100` })).data.map(
            (row) => row.enrollment_mode,
          ),
        );
      expect(await modes('enrollment_mode=automatic_suggestion')).toEqual(new Set(['automatic_suggestion']));
      expect(await modes('enrollment_mode=-automatic_suggestion')).not.toContain('automatic_suggestion');
      const verified = await call(`get ${all}`, 200, { query: 'verified=true&limit=1' });
      const not = await call(`get ${all}`, 200, { query: 'verified=false&limit=1' });
      expect(Number(verified.total_count) + Number(not.total_count)).toBe(domains.length);
      const path = { organization_id: owner() };
      expect(
        (await call(`get ${own}`, 200, { path })).data.every((row) => row.organization_id === owner()),
      ).toBe(true);
      await call(`get ${all}`, 422, { query: 'enrollment_mode=sometimes' });
      await call(`get ${all}`, 422, { query: 'query=%20' });
      await call(`get ${all}`, 401, { key: 'sk_live_wrong' });
    });

    it('adds, edits, verifies and removes one', async () => {
      const { call } = contract;
      const path = { organization_id: owner() };
      const body = { name: 'New-Domain.example', enrollment_mode: 'manual_invitation' };
      const made = await call(`post ${own}`, 200, { path, body });
      expect(made).toMatchObject({
        name: 'new-domain.example',
        affiliation_verification: { status: 'verified' },
      });
      expect(made.ownership_verification).toBeNull();
      await call(`post ${own}`, 400, { path, body });
      const at = { ...path, domain_id: made.id };
      const edited = await call(`patch ${one}`, 200, {
        path: at,
        body: { enrollment_mode: 'automatic_invitation' },
      });
      expect(edited.enrollment_mode).toBe('automatic_invitation');
      const owned = await call(`post ${one}/verify_ownership`, 200, { path: at });
      expect(owned.ownership_verification).toMatchObject({ status: 'verified', strategy: 'manual_override' });
      expect(await call(`post ${one}/verify_ownership`, 200, { path: at })).toEqual(owned);
      const elsewhere = domains.find(({ organization_id: id }) => id !== owner())?.organization_id;
      await call(`patch ${one}`, 404, { path: { ...at, organization_id: String(elsewhere) }, body: {} });
      await call(`delete ${one}`, 200, { path: at });
      await call(`delete ${one}`, 404, { path: at });
      await call(`post ${own}`, 404, { path: { organization_id: 'org_missing' }, body });
      await call(`post ${own}`, 422, { path, body: { ...body, name: 'no domain' } });
      await call(`post ${own}`, 422, { path, body: { ...body, enrollment_mode: 'sometimes' } });
    });

    it('refuses what the settings of the instance do not have', async () => {
      const { call } = contract;
      const path = { organization_id: owner() };
      const settings = 'patch /instance/organization_settings';
      await call(settings, 200, { body: { domains_enrollment_modes: ['manual_invitation'] } });
      await call(`post ${own}`, 403, {
        path,
        body: { name: 'a.example', enrollment_mode: 'automatic_suggestion' },
      });
      await call(settings, 200, { body: { domains_enabled: false } });
      await call(`post ${own}`, 403, {
        path,
        body: { name: 'a.example', enrollment_mode: 'manual_invitation' },
      });
    });

    it('was asked for every operation', () => {
      contract.expectCovered([
        `get ${all}`,
        `get ${own}`,
        `post ${own}`,
        `patch ${one}`,
        `delete ${one}`,
        `post ${one}/verify_ownership`,
      ]);
    });
  },
);

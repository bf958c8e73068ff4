import { describe, expect, it } from 'vitest';
import { clerkOn } from './clerk-rig';

describe('the official SDK works with what governs organizations', () => {
  const rig = clerkOn({ world: 'northwind', scale: 0.05, seed: 3, limits: 'none' });

  it('verified domains', async () => {
    const { organizations } = rig.clerk;
    const [home] = (await organizations.getOrganizationList({ limit: 1 })).data;
    const organizationId = home?.id ?? '';
    const made = await organizations.createOrganizationDomain({
      organizationId,
      name: 'sdk.example',
      enrollmentMode: 'manual_invitation',
    });
    expect(made).toMatchObject({ name: 'sdk.example', verification: { status: 'verified' } });
    const at = { organizationId, domainId: made.id };
    await organizations.updateOrganizationDomain({
      ...at,
      enrollmentMode: 'automatic_suggestion',
    });
    const { data } = await organizations.getOrganizationDomainList({ organizationId });
    expect(data.map(({ id }) => id)).toContain(made.id);
    await organizations.deleteOrganizationDomain(at);
    expect((await organizations.getOrganizationDomainList({ organizationId })).totalCount).toBe(
      data.length - 1,
    );
  });

  it('enterprise connections', async () => {
    const { enterpriseConnections } = rig.clerk;
    const before = await enterpriseConnections.getEnterpriseConnectionList();
    const made = await enterpriseConnections.createEnterpriseConnection({
      name: 'Okta of the SDK',
      provider: 'saml_okta',
      domains: ['sdk.example'],
    });
    expect(await enterpriseConnections.getEnterpriseConnection(made.id)).toMatchObject({
      name: 'Okta of the SDK',
    });
    const renamed = await enterpriseConnections.updateEnterpriseConnection(made.id, { name: 'Renamed' });
    expect(renamed.name).toBe('Renamed');
    await enterpriseConnections.deleteEnterpriseConnection(made.id);
    expect((await enterpriseConnections.getEnterpriseConnectionList()).totalCount).toBe(before.totalCount);
  });

  it('plans', async () => {
    const { data, totalCount } = await rig.clerk.billing.getPlanList({ limit: 50, payerType: 'org' });
    expect([data.length, totalCount]).toEqual([4, 4]);
    expect(data.find(({ slug }) => slug === 'team')).toMatchObject({
      fee: { amount: 4_900 },
      isDefault: false,
    });
  });
});

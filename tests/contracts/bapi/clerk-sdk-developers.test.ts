import { describe, expect, it } from 'vitest';
import { clerkOn } from './clerk-rig';

describe('the official SDK works with what developers set up', () => {
  const rig = clerkOn({ world: 'lumen', scale: 0.1, seed: 3 });

  it('JWT templates', async () => {
    const { jwtTemplates } = rig.clerk;
    const made = await jwtTemplates.create({ name: 'sdk', claims: { role: 'user' }, lifetime: 90 });
    expect(made).toMatchObject({ name: 'sdk', lifetime: 90, claims: { role: 'user' } });
    const edited = await jwtTemplates.update({ templateId: made.id, name: 'sdk2', claims: {} });
    expect(edited).toMatchObject({ name: 'sdk2', lifetime: 90 });
    expect((await jwtTemplates.list({ limit: 50 })).data.map(({ id }) => id)).toContain(made.id);
    expect(await jwtTemplates.get(made.id)).toEqual(edited);
    await jwtTemplates.delete(made.id);
  });

  it('OAuth applications', async () => {
    const { oauthApplications } = rig.clerk;
    const made = await oauthApplications.create({ name: 'sdk', redirectUris: ['https://sdk.example/cb'] });
    expect(made.clientSecret).not.toBe('');
    expect((await oauthApplications.rotateSecret(made.id)).clientSecret).not.toBe(made.clientSecret);
    const edited = await oauthApplications.update({
      oauthApplicationId: made.id,
      name: 'sdk',
      scopes: 'profile',
    });
    expect(edited.scopes).toBe('profile');
    expect((await oauthApplications.get(made.id)).clientSecret).toBeUndefined();
    expect((await oauthApplications.list({ limit: 50 })).data.map(({ id }) => id)).toContain(made.id);
    await oauthApplications.delete(made.id);
  });

  it('domains', async () => {
    const { domains, proxyChecks } = rig.clerk;
    const made = await domains.add({ name: 'sdk.acme.example', is_satellite: true });
    expect(made).toMatchObject({ name: 'sdk.acme.example', isSatellite: true });
    const proxy = 'https://sdk.acme.example/__clerk';
    expect(await domains.update({ domainId: made.id, proxy_url: proxy })).toMatchObject({ proxyUrl: proxy });
    expect((await proxyChecks.verify({ domainId: made.id, proxyUrl: proxy })).successful).toBe(true);
    expect((await domains.list()).data.map(({ id }) => id)).toContain(made.id);
    await domains.delete(made.id);
  });

  it('machines', async () => {
    const { machines } = rig.clerk;
    const [other] = (await machines.list({ limit: 1 })).data;
    const made = await machines.create({ name: 'sdk', defaultTokenTtl: 60 });
    expect(await machines.getSecretKey(made.id)).toMatchObject({ secret: made.secretKey });
    await machines.createScope(made.id, other?.id ?? '');
    expect((await machines.get(made.id)).scopedMachines.map(({ id }) => id)).toEqual([other?.id]);
    await machines.deleteScope(made.id, other?.id ?? '');
    const turned = await machines.rotateSecretKey({ machineId: made.id, previousTokenTtl: 0 });
    expect(turned.secret).not.toBe(made.secretKey);
    expect((await machines.update({ machineId: made.id, name: 'sdk2' })).name).toBe('sdk2');
    await machines.delete(made.id);
  });
});

import { describe, expect, it } from 'vitest';
import { clerkOn } from './clerk-rig';

describe('the official SDK works with the sign-up lists', () => {
  const rig = clerkOn({ world: 'lumen', scale: 0.1, seed: 3 });

  it('allowlist and blocklist', async () => {
    const { allowlistIdentifiers, blocklistIdentifiers } = rig.clerk;
    const before = await allowlistIdentifiers.getAllowlistIdentifierList();
    const made = await allowlistIdentifiers.createAllowlistIdentifier({
      identifier: '*@acme.com',
      notify: false,
    });
    expect(made).toMatchObject({ identifier: '*@acme.com', identifierType: 'email_address' });
    const after = await allowlistIdentifiers.getAllowlistIdentifierList({ limit: 500 });
    expect(after.totalCount).toBe(before.totalCount + 1);
    await allowlistIdentifiers.deleteAllowlistIdentifier(made.id);
    const blocked = await blocklistIdentifiers.createBlocklistIdentifier({ identifier: '+15557654321' });
    const { data } = await blocklistIdentifiers.getBlocklistIdentifierList();
    expect(data.map(({ id }) => id)).toContain(blocked.id);
    await blocklistIdentifiers.deleteBlocklistIdentifier(blocked.id);
  });

  it('redirect URLs', async () => {
    const { redirectUrls } = rig.clerk;
    const made = await redirectUrls.createRedirectUrl({ url: 'https://app.acme.com/after' });
    expect(await redirectUrls.getRedirectUrl(made.id)).toMatchObject({ url: 'https://app.acme.com/after' });
    expect((await redirectUrls.getRedirectUrlList()).data.map(({ id }) => id)).toContain(made.id);
    await redirectUrls.deleteRedirectUrl(made.id);
  });

  it('invitations', async () => {
    const { invitations } = rig.clerk;
    const made = await invitations.createInvitation({ emailAddress: 'sdk@guests.example', expiresInDays: 7 });
    expect(made).toMatchObject({ emailAddress: 'sdk@guests.example', status: 'pending' });
    const bulk = await invitations.createInvitationBulk([{ emailAddress: 'sdk2@guests.example' }]);
    expect(bulk).toHaveLength(1);
    const { data, totalCount } = await invitations.getInvitationList({ query: 'sdk', limit: 50 });
    expect(totalCount).toBe(2);
    expect(data.map(({ id }) => id)).toContain(made.id);
    expect((await invitations.revokeInvitation(made.id)).status).toBe('revoked');
  });

  it('waitlist entries', async () => {
    const { waitlistEntries } = rig.clerk;
    const made = await waitlistEntries.create({ emailAddress: 'sdk-waits@guests.example' });
    expect((await waitlistEntries.list({ query: 'sdk-waits' })).totalCount).toBe(1);
    expect((await waitlistEntries.invite(made.id)).status).toBe('invited');
    const [other] = await waitlistEntries.createBulk([{ emailAddress: 'sdk-waits2@guests.example' }]);
    expect((await waitlistEntries.reject(other?.id ?? '')).status).toBe('rejected');
    const third = await waitlistEntries.create({ emailAddress: 'sdk-waits3@guests.example' });
    await waitlistEntries.delete(third.id);
    expect((await waitlistEntries.list({ query: third.id })).totalCount).toBe(0);
  });
});

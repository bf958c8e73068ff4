import { expect, test } from '../qa-kit/qa';

test.describe('in a workspace', () => {
  test.use({ seed: 3, now: '2026-11-02T09:00:00Z' });

  test('one clock governs all, a lost answer sends nothing twice, and pictures come out alike', async ({
    tenantry,
    service,
    clock,
  }) => {
    const member = await service.pickMember({ role: 'org:member' });
    const path = `/organizations/${member.organizationId}/memberships/${member.userId}`;

    await test.step('a colleague was faster: the conflict is answered', async () => {
      await tenantry.changeRole(member, 'org:admin');
      await tenantry.expectStaged(1);
      await service.changeRole(member, 'org:viewer');
      await tenantry.review();
      await tenantry.resolve('mine');
    });

    await test.step('the answer is lost a day later, and looked up', async () => {
      await clock.set('2026-11-03T11:30:00Z');
      await service.loseAnswer({ method: 'PATCH', path });
      expect(await tenantry.apply()).toContain('Done: the service holds it all');
      await tenantry.expectStaged(0);
      expect(await service.roleOf(member)).toBe('org:admin');
      await expect(service).toHaveReceived({ method: 'PATCH', path, times: 1 });
      expect(await service.received({ method: 'PATCH' })).toEqual([
        { at: clock.now().getTime(), method: 'PATCH', path, status: null },
      ]);
      await expect(service).not.toHaveReceived({ method: 'DELETE' });
      await expect(service.fail({ path: /MEMBERSHIPS/i })).rejects.toThrow(/leave out the flag i/);
      const hasty = expect.configure({ timeout: 1_000 });
      const missing = hasty(service).toHaveReceived({ method: 'PUT', path });
      await expect(missing).rejects.toThrow(/PUT .*once or more; it was received 0 times/);
    });

    await test.step('service, engine and window say the same time', async () => {
      // It moves on while the service is away, too.
      await service.crash();
      await clock.advance(60_000);
      await service.up();
      const at = clock.now();
      expect(at.toISOString()).toBe('2026-11-03T11:31:00.000Z');
      await service.asColleague('PATCH', `/organizations/${member.organizationId}`, { name: 'Renamed' });
      const held = await service.asColleague('GET', `/organizations/${member.organizationId}`);
      expect(held).toMatchObject({ updated_at: at.getTime() });
      expect(await service.testingToken()).toMatch(new RegExp(`^${at.getTime() / 1_000}-c_\\w{27}$`));
      await tenantry.sync();
      await tenantry.goTo('History');
      const newest = tenantry.window.getByRole('list', { name: 'History' }).getByRole('listitem').first();
      await expect(newest).toContainText('Renamed');
      await expect(newest.getByRole('time')).toHaveAttribute('datetime', at.toISOString());
      expect(await tenantry.window.evaluate(() => Date.now())).toBe(at.getTime());
    });

    await test.step('a picture is the same after a restart', async () => {
      const look = (): Promise<void> => tenantry.open('People', member.name, member.email);
      await look();
      const before = await tenantry.picture();
      await tenantry.restart();
      await look();
      await expect.poll(async () => (await tenantry.picture()).equals(before)).toBe(true);
    });
  });
});

test.describe('on the first page', () => {
  test.use({
    start: 'first-page',
    size: { width: 1100, height: 700 },
    locale: 'de-DE',
    colorScheme: 'dark',
    timezoneId: 'Asia/Tokyo',
  });

  test('the window is as it was asked for', async ({ tenantry, page }) => {
    await expect(page.getByRole('button', { name: /^Try B2B/ })).toBeVisible();
    const seen = await page.evaluate(() => ({
      size: [innerWidth, innerHeight],
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }));
    const asked = { size: [1100, 700], dark: true, still: true, language: 'de-DE', zone: 'Asia/Tokyo' };
    expect(seen).toEqual(asked);
    const system = await tenantry.app.evaluate(({ app }) => app.getSystemLocale());
    expect(system).toBe('de-DE');
  });
});

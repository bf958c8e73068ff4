import { expect, test } from '@playwright/test';
import { filesHolding } from '../support/folders/files-holding';
import { digest, ntlm } from '../support/tls/proxy-schemes';
import { certificatePin, startTlsFront } from '../support/tls/tls-front';
import { startTunnelProxy } from '../support/tls/tunnel-proxy';
import { beginToConnect, goTo, reopen, synced } from './support/connect';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a proxy that asks for a login, by Basic, NTLM or Digest, gets it from a form, alone, and has it kept for the next start', async () => {
  const host = 'api.tenantry.test';
  const service = await startService(0.02);
  const front = await startTlsFront(service.url);
  const proxy = await startTunnelProxy(front.port, 'ada:marble');
  const switches = [
    `--proxy-server=127.0.0.1:${proxy.port}`,
    `--ignore-certificate-errors-spki-list=${certificatePin()}`,
  ];
  const first = await launchApp({ switches });
  const { window } = first;
  const form = window.getByRole('dialog', { name: 'Sign in to the proxy' });

  await test.step('the form names the proxy; put off, the line under the header leads back to it', async () => {
    await beginToConnect(window, { ...service, url: `https://${host}` }, 'Acme');
    await expect(form).toContainText(`127.0.0.1:${proxy.port} (“Corp”)`);
    await form.getByRole('button', { name: 'Not now' }).click();
    const strip = window.getByRole('status').filter({ hasText: 'proxy asks for a login' });
    await strip.getByRole('button', { name: 'Sign in to the proxy…' }).click();
    await expect(form).toBeVisible();
    expect(proxy.logins).toEqual([]);
  });

  await test.step('a wrong login is tried once, and can be corrected', async () => {
    await form.getByRole('textbox', { name: 'User name' }).fill('ada');
    await form.getByRole('textbox', { name: 'Password' }).fill('limestone');
    await form.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(form).toContainText('does not take this name and password');
    expect(proxy.logins).toEqual(['ada:limestone']);
  });

  await test.step('a login that is taken is what all go by, and nobody else was asked for by way of the proxy', async () => {
    await form.getByRole('textbox', { name: 'Password' }).fill('marble');
    await form.getByText('Keep it with this workspace').click();
    await form.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(form).toBeHidden();
    await synced(window);
    expect(new Set(proxy.logins)).toEqual(new Set(['ada:limestone', 'ada:marble']));
    expect(new Set(proxy.asked)).toEqual(new Set([`${host}:443`]));
    await first.quit();
  });

  await test.step('the next start has it, sealed; it is told in Settings without its password, and forgotten there', async () => {
    const again = await launchApp({ switches, userData: first.userData });
    await reopen(again.window, 'Acme');
    await synced(again.window);
    await expect(again.window.getByRole('dialog')).toHaveCount(0);
    await goTo(again.window, 'Settings');
    const kept = again.window.getByRole('region', { name: 'Logins at proxies' });
    await expect(kept).toContainText(`127.0.0.1:${proxy.port}`);
    await expect(kept).toContainText('ada');
    await kept.getByRole('button', { name: `Forget the login at 127.0.0.1:${proxy.port}` }).click();
    await expect(kept).toHaveCount(0);
    await again.quit();
    expect(await filesHolding(first.userData, ['marble'])).toEqual([]);
  });

  await test.step('forgotten, the start behind it is asked again', async () => {
    const later = await launchApp({ switches, userData: first.userData });
    await reopen(later.window, 'Acme');
    await expect(later.window.getByRole('dialog', { name: 'Sign in to the proxy' })).toBeVisible();
    await later.quit();
  });

  for (const [scheme, user, login] of [
    [ntlm, String.raw`CORP\ada`, String.raw`CORP\ada:marble`],
    [digest, 'ada', 'ada:marble'],
  ] as const)
    await test.step(`a proxy that asks by ${scheme === ntlm ? 'NTLM' : 'Digest'} never sees the password`, async () => {
      const other = await startTunnelProxy(front.port, login, scheme);
      const behind = switches.with(0, `--proxy-server=127.0.0.1:${other.port}`);
      const { window: page, quit } = await launchApp({ switches: behind, userData: first.userData });
      await reopen(page, 'Acme');
      const asks = page.getByRole('dialog', { name: 'Sign in to the proxy' });
      await asks.getByRole('textbox', { name: 'User name' }).fill(user);
      await asks.getByRole('textbox', { name: 'Password' }).fill('limestone');
      await asks.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(asks).toContainText('does not take this name and password');
      await asks.getByRole('textbox', { name: 'Password' }).fill('marble');
      await asks.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(asks).toBeHidden();
      await synced(page);
      expect(new Set(other.logins)).toEqual(new Set([`${user}:?`, login]));
      expect(other.logins.filter((one) => one.endsWith('?'))).toHaveLength(1);
      await quit();
      other.close();
    });

  front.close();
  proxy.close();
  await service.stop();
});

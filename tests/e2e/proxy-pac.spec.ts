import { expect, test } from '@playwright/test';
import { startPacServer } from '../support/tls/pac-server';
import { certificatePin, startTlsFront } from '../support/tls/tls-front';
import { startTunnelProxy } from '../support/tls/tunnel-proxy';
import { connect, goTo, synced } from './support/connect';
import { apply, command, review, stageName } from './support/edits';
import { launchApp } from './support/launch-app';
import { pill } from './support/pill';
import { startService } from './support/service';

test('a PAC file names the proxy, and a certificate that nobody vouches for is told as that', async () => {
  const host = 'api.tenantry.test';
  const service = await startService(0.02);
  const front = await startTlsFront(service.url);
  const proxy = await startTunnelProxy(front.port);
  const pac = await startPacServer(host, proxy.port);
  const { window, quit } = await launchApp({
    // No resolver knows the name: only the proxy leads there.
    switches: [`--proxy-pac-url=${pac.url}`, `--ignore-certificate-errors-spki-list=${certificatePin()}`],
  });

  await test.step('a sync goes by the proxy that the PAC file names', async () => {
    await connect(window, { ...service, url: `https://${host}` }, 'Acme');
    expect(new Set(proxy.asked)).toEqual(new Set([`${host}:443`]));
    await goTo(window, 'Organizations');
    await expect(window.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  });

  await test.step('what is sent goes by it, too', async () => {
    const [organization] = await service.list('/organizations?order_by=name&limit=1');
    const before = proxy.asked.length;
    await stageName(window, String(organization?.name), 'By way of the proxy');
    await review(window);
    await apply(window, 'Apply');
    expect(await service.get(`/organizations/${organization?.id}`)).toMatchObject({
      name: 'By way of the proxy',
    });
    // Each write has a connection of its own.
    expect(proxy.asked.length).toBeGreaterThan(before);
  });

  await test.step('somebody else behind the same name is not believed, and nothing is sent', async () => {
    front.close();
    const stranger = await startTlsFront(service.url, { port: front.port, shows: 'stranger' });
    await command(window, 'Sync now');
    await expect(pill(window)).toContainText(/^Offline since .+: certificate/);
    await goTo(window, 'Sync');
    await expect(window.getByRole('region', { name: 'Freshness' })).toContainText('certificate');
    await goTo(window, 'People');
    await expect(window.getByRole('status').filter({ hasText: 'nothing is sent until' })).toContainText(
      'certificate',
    );
    stranger.close();
    const again = await startTlsFront(service.url, { port: front.port });
    await command(window, 'Sync now');
    await synced(window);
    again.close();
  });

  await quit();
  pac.close();
  proxy.close();
  await service.stop();
});

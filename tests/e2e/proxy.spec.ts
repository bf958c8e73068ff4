import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { connect } from './support/connect';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test("the engine's calls take the proxy that the system names", async () => {
  const service = await startService(0.05);
  const passed: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    passed.push(incoming.url ?? '');
    const onward = request(
      incoming.url ?? '',
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  // Chromium spares loopback unless told not to.
  const { window, quit } = await launchApp({
    switches: [`--proxy-server=${address}`, '--proxy-bypass-list=<-loopback>'],
  });
  await connect(window, service, 'Acme');
  expect(passed.length).toBeGreaterThan(7);
  expect(passed.every((url) => url.startsWith(`${service.url}/v1/`))).toBe(true);

  await quit();
  proxy.closeAllConnections();
  proxy.close();
  await service.stop();
});

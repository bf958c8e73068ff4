import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PacServer {
  readonly url: string;
  close(): void;
}

/** Serves a proxy auto-config file, as a company's network does: this host by that proxy, all others directly. */
export async function startPacServer(host: string, proxyPort: number): Promise<PacServer> {
  const script = `function FindProxyForURL(url, host) {
    return host === '${host}' ? 'PROXY 127.0.0.1:${proxyPort}' : 'DIRECT';
  }`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' }).end(script);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy.pac`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

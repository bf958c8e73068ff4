import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { SandboxError } from '../sandbox-error';

/** A listening port that can be closed and opened again. */
export interface Listener {
  readonly port: number;
  /** Closes the port and cuts its connections; a connection attempt is then refused. */
  readonly close: () => Promise<void>;
  /** Opens the same port again. */
  readonly reopen: () => Promise<void>;
  /** Cuts connections that wait for their next request. */
  readonly closeIdle: () => void;
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new SandboxError(
              'port_in_use',
              `Port ${port} on ${host} is already in use. Choose another with --port.`,
            )
          : new SandboxError(
              'address_unusable',
              `Cannot listen on ${host}:${port}: ${error.code ?? error.message}.`,
            ),
      );
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });

/** Opens a port. Throws `SandboxError` `port_in_use` or `address_unusable`. */
export const openListener = async (
  app: Hono<{ Bindings: HttpBindings }>,
  host: string,
  port: number,
): Promise<Listener> => {
  const handle = getRequestListener((request, env) => app.fetch(request, env as HttpBindings), {
    overrideGlobalObjects: false,
  });
  let server = createServer(handle);
  await listen(server, port, host);
  const opened = (server.address() as AddressInfo).port;
  return {
    port: opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    reopen: async () => {
      server = createServer(handle);
      await listen(server, opened, host);
    },
    closeIdle: () => server.closeIdleConnections(),
  };
};

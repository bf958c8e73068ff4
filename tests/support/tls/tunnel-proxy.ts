import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { basic, type LoginScheme } from './proxy-schemes';
import type { Running } from './tls-front';

export interface TunnelProxy extends Running {
  /** `host:port` of the tunnels that were asked for. */
  readonly asked: string[];
  /** `user:password` of those that named any. */
  readonly logins: string[];
}

interface Asked {
  /** `CONNECT host:port HTTP/1.1` */
  readonly line: readonly string[];
  readonly authorization: string | undefined;
}

/** A proxy that tunnels (CONNECT), wherever to, into the one port; with `login`, only for this user and password, asked for by `scheme`. */
export async function startTunnelProxy(
  toPort: number,
  login?: string,
  scheme: LoginScheme = basic,
): Promise<TunnelProxy> {
  const asked: string[] = [];
  const logins: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    const judge = login === undefined ? null : scheme(login);
    onHead(socket, ({ line, authorization }) => {
      const [method, target = ''] = line;
      if (method !== 'CONNECT') {
        socket.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n');
        return false;
      }
      asked.push(target);
      const judged = judge?.(authorization, target);
      if (judged?.named !== undefined) logins.push(judged.named);
      if (judged !== undefined && !judged.let) {
        // Kept open: the messages of NTLM follow each other on one connection.
        socket.write(
          `HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: ${judged.asks}\r\ncontent-length: 0\r\n\r\n`,
        );
        return true;
      }
      const onward = connect(toPort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      sockets.add(onward);
      for (const one of [socket, onward])
        one.on('error', () => {
          socket.destroy();
          onward.destroy();
        });
      return false;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    logins,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Each head of a request that comes, until `take` wants no more. */
function onHead(socket: Socket, take: (asked: Asked) => boolean): void {
  let seen = '';
  const read = (piece: Buffer): void => {
    seen += piece.toString('latin1');
    for (let end = seen.indexOf('\r\n\r\n'); end >= 0; end = seen.indexOf('\r\n\r\n')) {
      const [first = '', ...fields] = seen.slice(0, end).split('\r\n');
      seen = seen.slice(end + 4);
      const given = fields.find((field) => /^proxy-authorization:/i.test(field));
      const authorization = given?.slice(given.indexOf(':') + 1).trim();
      if (!take({ line: first.split(' '), authorization })) {
        socket.off('data', read);
        return;
      }
    }
  };
  socket.on('data', read);
}

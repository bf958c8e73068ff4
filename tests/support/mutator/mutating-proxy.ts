import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What became of an answer on its way; undefined leaves it as it is. */
export interface Altered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of `body`. */
  readonly text?: string;
  /** The connection ends half way: behind a length that is not reached, or amid chunks. */
  readonly cut?: 'length' | 'chunks';
}

export interface Passing {
  readonly method: string;
  /** Behind `/v1`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly status: number;
  /** The answer's JSON; undefined where it has none. */
  readonly body: unknown;
}

/** A real server between client and service; what it does to answers can be exchanged at any time. */
export interface MutatingProxy {
  readonly url: string;
  /** Changes the query before the service sees it. */
  ask: (query: URLSearchParams, path: string) => void;
  alter: (passing: Passing) => Altered | undefined;
  /** Answers in the service's place: what it gives an answer for never gets there. */
  block: (asked: { readonly method: string; readonly path: string }) => Altered | undefined;
  /** Sent in place of the client's own API key. */
  key?: string | undefined;
  /** Method and path of everything that came by. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts a proxy in front of the service at `target`, whose origin it is. */
export async function startMutatingProxy(target: string): Promise<MutatingProxy> {
  const asked: string[] = [];
  const proxy = {
    ask: () => undefined,
    alter: () => undefined,
    block: () => undefined,
  } as Pick<MutatingProxy, 'ask' | 'alter' | 'block' | 'key'>;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', target);
    const path = url.pathname.replace(/^\/v1/, '');
    const method = request.method ?? 'GET';
    asked.push(`${method} ${path}${url.search}`);
    const blocked = proxy.block({ method, path });
    if (blocked !== undefined) {
      response.writeHead(blocked.status ?? 403, blocked.headers);
      response.end(blocked.text ?? JSON.stringify(blocked.body));
      return;
    }
    proxy.ask(url.searchParams, path);
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const sent = await buffer(request);
    const answer = await fetch(url, {
      method,
      headers: {
        ...(headers as Record<string, string>),
        ...(proxy.key !== undefined && { authorization: `Bearer ${proxy.key}` }),
      },
      ...(sent.length > 0 && { body: sent }),
    });
    const text = await answer.text();
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    const altered = proxy.alter({ method, path, query: url.searchParams, status: answer.status, body });
    const told = Object.fromEntries(
      ['content-type', 'retry-after', 'date'].flatMap((name) => {
        const value = answer.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const whole = altered?.text ?? (altered?.body === undefined ? text : JSON.stringify(altered.body));
    const cut = altered?.cut;
    const length = cut === 'length' ? { 'content-length': String(Buffer.byteLength(whole)) } : {};
    response.writeHead(altered?.status ?? answer.status, { ...told, ...altered?.headers, ...length });
    if (cut === undefined) response.end(whole);
    else response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

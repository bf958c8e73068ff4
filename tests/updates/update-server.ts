import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicText, signFeed } from '../../scripts/package/sign-feed';
import { writeFeed } from '../../scripts/package/write-feed';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface UpdateServer {
  readonly url: string;
  readonly folder: string;
  /** What a build needs to trust it. */
  readonly publicKey: string;
  /** Every request that came: path and headers. */
  readonly received: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Writes the feed of files that lie in the folder, and signs it. */
  publish(
    version: string,
    files: readonly string[],
    more?: { notes?: string; staging?: number },
  ): Promise<string>;
  /** Answers a path otherwise, until `null`. */
  answer(path: string, by: Answer | null): void;
  stop(): Promise<void>;
}

/** An update server on loopback: a folder of files, as any generic one, with a signing key of its own. */
export async function startUpdateServer(
  key: KeyObject = generateKeyPairSync('ed25519').privateKey,
): Promise<UpdateServer> {
  const folder = await mkdtemp(join(tmpdir(), 'update-server-'));
  const received: UpdateServer['received'] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    received.push({ path, headers: request.headers });
    const other = answers.get(path);
    if (other) return other(request, response);
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder,
    publicKey: publicText(key),
    received,
    publish: async (version, names, more = {}) => {
      const files = names.map((name) => join(folder, name));
      const feed = await writeFeed(folder, { version, files, at: new Date('2026-11-01T00:00:00Z'), ...more });
      await signFeed(feed, [key]);
      return feed;
    },
    answer: (path, by) => void (by === null ? answers.delete(path) : answers.set(path, by)),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

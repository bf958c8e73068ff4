import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { serveEngine } from '@main/engine/serve-engine';
import { createEngineClient } from '@renderer/bridge/engine-client';
import { createDraftOutbox } from '@renderer/drafts/draft-outbox';
import type { Failure } from '@shared/contract/failure';
import { valueIn } from '../support/value-in';

/** A workspace whose engine can be started and ended, and the window's side of its port. */
export async function desk(id = 'acme') {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-desk-'));
  const databaseKey = randomBytes(32).toString('hex');
  const client = createEngineClient();
  const failures: Failure[] = [];
  const outbox = createDraftOutbox({
    client,
    ready: async () => undefined,
    onFailure: (failure) => failures.push(failure),
  });
  const start = async (as = id) => {
    const host = valueIn(
      await serveEngine({
        directory,
        databaseKey,
        apiKey: 'sk_test_none',
        url: 'http://127.0.0.1:9/v1',
        workspace: { id: as, name: 'Acme', scenario: 'b2b' },
        fetch: () => Promise.reject(new Error('no network')),
      }),
    );
    const { port1, port2 } = new MessageChannel();
    host.attach({
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      close: () => port1.close(),
    });
    client.attach({
      postMessage: (message) => port2.postMessage(message),
      onMessage: (listener) => void port2.on('message', listener),
      close: () => port2.close(),
    });
    return async () => {
      client.detach();
      await host.close();
    };
  };
  return { directory, client, outbox, failures, start };
}

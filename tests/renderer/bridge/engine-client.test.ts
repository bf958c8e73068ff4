import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createEngineClient, type EnginePort, letGo } from '@renderer/bridge/engine-client';
import { mayAskAgain, type OperationName, operations } from '@shared/contract/operations';
import { expect, onTestFinished, test } from 'vitest';

/** A real channel: what the client sends arrives at `engine`. */
function channel(): { port: EnginePort; asked: Promise<unknown>[]; engine: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const asked: Promise<unknown>[] = [];
  return {
    engine: port2,
    asked,
    port: {
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      close: () => port1.close(),
    },
  };
}

const operationsOf = (messages: readonly { readonly operation?: string }[]): string[] =>
  messages.map(({ operation = '' }) => operation);

async function received(engine: MessagePort, count: number): Promise<readonly { operation?: string }[]> {
  const messages: { operation?: string }[] = [];
  return new Promise((resolve) => {
    if (count === 0) resolve(messages);
    engine.on('message', (message: { operation?: string }) => {
      messages.push(message);
      if (messages.length === count) resolve(messages);
    });
  });
}

test('an engine that restarts is asked every read again, and no write a second time', async () => {
  const names = Object.keys(operations) as OperationName[];
  const client = createEngineClient();
  const first = channel();
  client.attach(first.port);
  const answers = new Map(names.map((name) => [name, client.call(name, {} as never)]));
  expect(operationsOf(await received(first.engine, names.length)).sort()).toEqual([...names].sort());
  client.detach();
  const second = channel();
  client.attach(second.port);
  const reads = names.filter((name) => mayAskAgain(name));
  expect(operationsOf(await received(second.engine, reads.length)).sort()).toEqual(reads.sort());
  for (const name of names.filter((each) => !mayAskAgain(each)))
    expect(await answers.get(name)).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
});

test('what only looks is asked again: the eight that were forgotten', () => {
  for (const name of [
    'compare',
    'pageAsOf',
    'recordAsOf',
    'historyRange',
    'verifyHistory',
    'changeSets',
    'signedReview',
    'blastOfRun',
  ] as const)
    expect(mayAskAgain(name)).toBe(true);
});

test('what was asked of a workspace that was closed never reaches the engine of the next one', async () => {
  const client = createEngineClient();
  const first = channel();
  client.attach(first.port);
  const book = { book: 'templates', text: '' } as never;
  const underWay = client.call('writeBook', book);
  await received(first.engine, 1);
  letGo(client, { kind: 'starting', workspaceId: 'acme' as never });
  const waiting = client.call('writeBook', book);
  letGo(client, { kind: 'none' });
  letGo(client, { kind: 'starting', workspaceId: 'other' as never });
  const looked = client.call('views', {});
  const second = channel();
  client.attach(second.port);
  expect(operationsOf(await received(second.engine, 1))).toEqual(['views']);
  for (const asked of [underWay, waiting])
    expect(await asked).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
  letGo(client, { kind: 'none' });
  expect(await looked).toMatchObject({ ok: false });
});

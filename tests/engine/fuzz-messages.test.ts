import { inspect } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import { serveEngine } from '@main/engine/serve-engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { createEngineClient } from '@renderer/bridge/engine-client';
import { type FeedName, feeds } from '@shared/contract/feeds';
import { type OperationName, operations } from '@shared/contract/operations';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { fuzzCount, fuzzedInput, fuzzSeed, nasty } from '../support/fuzz/fuzzed-input';
import { valueIn } from '../support/value-in';

/** The longest that any message may wait for its answer, ms. */
const longest = 20_000;

/** An engine on a sandbox, served as a window has it: over a port, whose other end sends whatever it likes. */
async function served() {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.02, limits: 'none' });
  const host = valueIn(
    await serveEngine({
      directory: await temporaryFolder(),
      databaseKey: 'c3'.repeat(32),
      apiKey: sandbox.secretKey,
      url: `${sandbox.url}/v1`,
      workspace: { id: 'fuzz', name: 'Fuzz', scenario: 'b2b' },
      fetch,
    }),
  );
  onTestFinished(async () => {
    await host.close();
    await sandbox.close();
  });
  const port = () => {
    const { port1, port2 } = new MessageChannel();
    host.attach({
      postMessage: (message) => port1.postMessage(message),
      onMessage: (listener) => void port1.on('message', listener),
      close: () => port1.close(),
    });
    onTestFinished(() => port2.close());
    return port2;
  };
  const wire = port();
  const waiting = new Map<
    number,
    (answer: { kind: string; error?: { code: string; message: string } }) => void
  >();
  wire.on('message', (message: { id: number; kind: string }) => {
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  let last = 0;
  /** Sends a message under an id of its own; its first answer. */
  const ask = (message: Readonly<Record<string, unknown>>) =>
    new Promise<{ kind: string; error?: { code: string; message: string } }>((resolve, reject) => {
      last += 1;
      const id = last;
      const late = setTimeout(() => reject(new Error(`no answer to ${inspect(message)}`)), longest);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      wire.postMessage({ ...message, id });
    });
  const client = createEngineClient();
  const own = port();
  client.attach({
    postMessage: (message) => own.postMessage(message),
    onMessage: (listener) => void own.on('message', listener),
    close: () => own.close(),
  });
  return { wire, ask, client };
}

const operationNames = Object.keys(operations) as OperationName[];
const feedNames = Object.keys(feeds) as FeedName[];
const strange = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'stage ',
  'STAGE',
);

type Message =
  | { readonly kind: 'call'; readonly operation: string; readonly input: unknown }
  | { readonly kind: 'subscribe'; readonly feed: FeedName; readonly input: unknown };

const messages: fc.Arbitrary<Message> = fc.oneof(
  ...operationNames.map((operation) =>
    fuzzedInput(operations[operation].input).map((input) => ({ kind: 'call', operation, input }) as const),
  ),
  ...feedNames.map((feed) =>
    fuzzedInput(feeds[feed].input).map((input) => ({ kind: 'subscribe', feed, input }) as const),
  ),
  fc.tuple(strange, nasty).map(([operation, input]) => ({ kind: 'call', operation, input }) as const),
);

/** What a message would be taken as: what its schema refuses, a question, or a write that is well formed. */
function kindOf(message: Message): 'refused' | 'read' | 'write' {
  if (message.kind === 'subscribe')
    return feeds[message.feed].input.safeParse(message.input).success ? 'read' : 'refused';
  if (!Object.hasOwn(operations, message.operation)) return 'refused';
  const { kind, input } = operations[message.operation as OperationName];
  return input.safeParse(message.input).success ? kind : 'refused';
}

it('fuzzed messages to an engine: each has its answer in time, a misshapen one its refusal, and nothing is changed by any', async () => {
  const { wire, ask, client } = await served();
  await expect
    .poll(async () => valueIn(await client.call('status', {})).freshness.kind, { timeout: 60_000 })
    .toBe('synced');
  /** All that an admin could have changed. */
  const state = async () => {
    const {
      freshness: _freshness,
      collections: _walks,
      ...status
    } = valueIn(await client.call('status', {}));
    return JSON.stringify([
      status.counts,
      valueIn(await client.call('intents', {})),
      valueIn(await client.call('changeSets', {})),
      valueIn(await client.call('views', {})),
      valueIn(await client.call('recents', {})),
      valueIn(await client.call('history', {})).entries.map(({ id }) => id),
    ]);
  };
  const before = await state();
  const seen = { refused: 0, read: 0 };
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const kind = kindOf(message);
      // A well-formed write is what an admin does: other tests have those.
      if (kind === 'write') return;
      seen[kind] += 1;
      let cloneable = true;
      try {
        structuredClone(message);
      } catch {
        cloneable = false;
      }
      if (!cloneable) return;
      const answer = await ask(message);
      if (kind === 'refused')
        expect(answer).toMatchObject({ kind: 'failure', error: { code: 'invalid-input' } });
      // A question may find nothing, or be refused by what it asks about: it is never a bug.
      else expect(answer.error?.code, `${inspect(message)}: ${answer.error?.message}`).not.toBe('internal');
    }),
    { numRuns: fuzzCount(400), seed: fuzzSeed },
  );
  // What has no id has nobody to answer to: it is dropped.
  for (const raw of fc.sample(nasty, { numRuns: 100, seed: fuzzSeed })) wire.postMessage(raw);
  expect(seen.refused).toBeGreaterThan(fuzzCount(400) / 5);
  expect(seen.read).toBeGreaterThan(0);
  expect(await state()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}, 3_600_000);

import type { FaultInput } from '@main/sandbox/weather/fault';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { clientOf, rowsOf, startService, valueIn } from './identity-rig';
import { createClock } from './virtual-clock';

const sandbox = await startService();
afterAll(() => sandbox.close());
const identity = clientOf(sandbox);
const [organization] = await rowsOf(identity, 'organization');

beforeEach(() => sandbox.control.clearFaults());

const read = () => identity.fetchPage('organization', { offset: 0, limit: 10 });
const write = () => {
  if (organization === undefined) throw new Error('the world has organizations');
  const field = 'maxAllowedMemberships';
  return identity.send({ verb: 'update', entity: 'organization', record: organization, field, value: 90 });
};

function failureIn(result: RemoteResult<unknown>): RemoteFailure {
  if (result.ok) throw new Error('it succeeded');
  return result.failure;
}

type Case = readonly [title: string, fault: FaultInput, kind: RemoteFailure['kind'], unsure: boolean];

const cases: readonly Case[] = [
  ['a refused key', { kind: 'status', status: 401 }, 'unauthorized', false],
  ['a forbidden call', { kind: 'status', status: 403 }, 'forbidden', false],
  ['a missing record', { kind: 'status', status: 404 }, 'not-found', false],
  ['a conflict', { kind: 'status', status: 409 }, 'conflict', false],
  ['a bad request', { kind: 'status', status: 400 }, 'invalid', false],
  ['a value refused', { kind: 'status', status: 422 }, 'invalid', false],
  ['a failing service', { kind: 'status', status: 500 }, 'server', true],
  ['a gateway in trouble', { kind: 'status', status: 503, phase: 'after' }, 'server', true],
  ['a broken connection', { kind: 'drop' }, 'offline', true],
  ['an answer lost after effect', { kind: 'drop', phase: 'after' }, 'offline', true],
  ['a truncated answer', { kind: 'truncate', bytes: 20, phase: 'after' }, 'malformed', true],
  ['an answer that is not JSON', { kind: 'malformed', phase: 'after' }, 'malformed', true],
  ['no answer in time', { kind: 'hang', ms: 5_000 }, 'timeout', true],
];

test.each(cases)('%s is classified, for a read and for a write', async (_title, fault, kind, unsure) => {
  await sandbox.control.addFault({ ...fault, match: { path: '^/organizations' }, times: 2 });
  const impatient = clientOf(sandbox, { timeoutMs: kind === 'timeout' ? 150 : 2_000 });
  expect(failureIn(await impatient.fetchPage('organization', { offset: 0, limit: 10 }))).toMatchObject({
    kind,
    mayHaveTakenEffect: false,
  });
  if (organization === undefined) throw new Error('the world has organizations');
  const call = { verb: 'update', entity: 'organization', record: organization } as const;
  const failure = failureIn(await impatient.send({ ...call, field: 'maxAllowedMemberships', value: 91 }));
  expect(failure).toMatchObject({ kind, mayHaveTakenEffect: unsure });
  expect((await sandbox.control.faults())[0]?.fired).toBe(2);
});

test('a wrong key is refused with the service’s own words and code', async () => {
  const stranger = clientOf(sandbox, { apiKey: 'sk_live_wrong' });
  const failure = failureIn(await stranger.fetchPage('user', { offset: 0, limit: 10 }));
  expect(failure).toMatchObject({ kind: 'unauthorized', status: 401, code: 'clerk_key_invalid' });
  expect(failure.message).toContain('Secret Key');
  expect(failure.requestId).toMatch(/^[0-9a-f]{32}$/);
});

test('a port that nobody listens on is offline, and a write certainly was not sent', async () => {
  await sandbox.control.down('refused');
  try {
    expect(failureIn(await read())).toMatchObject({ kind: 'offline', code: 'ECONNREFUSED' });
    expect(failureIn(await write())).toMatchObject({ kind: 'offline', mayHaveTakenEffect: false });
  } finally {
    await sandbox.control.up();
  }
  expect(valueIn(await read()).total).toBeGreaterThan(0);
});

test('a 404 that is not the service’s own never passes for a deletion', async () => {
  const proxied = clientOf(sandbox, {
    fetch: async () => new Response('<html>not found</html>', { status: 404 }),
  });
  if (organization === undefined) throw new Error('the world has organizations');
  expect(failureIn(await proxied.fetchOne('organization', organization))).toMatchObject({
    kind: 'offline',
    code: 'not-the-service',
  });
});

test.each([
  ['null', 'null'],
  ['an array where an object belongs', '[]'],
  ['a total that is a text', '{"data":[],"total_count":"many"}'],
  ['JSON cut off', '{"data":[{"id":"org_1","na'],
  ['nothing', ''],
])('a body of %s is malformed, never a crash', async (_title, body) => {
  const odd = clientOf(sandbox, { fetch: async () => new Response(body, { status: 200 }) });
  expect(failureIn(await odd.fetchPage('organization', { offset: 0, limit: 10 })).kind).toBe('malformed');
});

test('Chromium’s network errors count like Node’s', async () => {
  const failing = (message: string) =>
    clientOf(sandbox, { fetch: () => Promise.reject(new Error(`net::${message}`)) });
  if (organization === undefined) throw new Error('the world has organizations');
  const call = {
    verb: 'update',
    entity: 'organization',
    record: organization,
    field: 'name',
    value: 'x',
  } as const;
  const unsent = ['ERR_INTERNET_DISCONNECTED', 'ERR_NAME_NOT_RESOLVED', 'ERR_PROXY_CONNECTION_FAILED'];
  for (const code of unsent) {
    expect(failureIn(await failing(code).send(call))).toMatchObject({
      kind: 'offline',
      code,
      mayHaveTakenEffect: false,
    });
  }
  expect(failureIn(await failing('ERR_CONNECTION_RESET').send(call)).mayHaveTakenEffect).toBe(true);
});

test('a call given up by its caller ends at once', async () => {
  await sandbox.control.addFault({ kind: 'hang', ms: 5_000 });
  const abort = new AbortController();
  const asked = identity.fetchPage('organization', { offset: 0, limit: 10 }, abort.signal);
  setTimeout(() => abort.abort(), 50);
  expect(failureIn(await asked)).toMatchObject({ kind: 'timeout', code: 'aborted' });
});

test('after a 429 its endpoint waits as long as told, others do not, and reads then succeed by themselves', async () => {
  const { now, sleep, run } = createClock(1_000_000);
  const client = clientOf(sandbox, { now, elapsed: now, sleep });
  await sandbox.control.addFault({
    kind: 'status',
    status: 429,
    retryAfter: 7,
    match: { path: '^/organizations' },
  });
  const first = client.fetchPage('organization', { offset: 0, limit: 10 });
  await expect.poll(() => client.throttled()).toEqual([{ endpoint: 'GET /organizations', until: 1_007_000 }]);
  const second = await client.fetchPage('role', { offset: 0, limit: 10 });
  expect(valueIn(second).total).toBeGreaterThan(0);
  expect(now()).toBe(1_000_000);
  const before = (await sandbox.control.state()).traffic.requests;
  await run();
  expect(valueIn(await first).total).toBeGreaterThan(0);
  expect((await sandbox.control.state()).traffic.requests).toBe(before + 1);
  expect(now()).toBe(1_007_000);
});

test('a write that meets a 429 goes back at once, certainly without effect', async () => {
  await sandbox.control.addFault({ kind: 'status', status: 429, retryAfter: 1 });
  expect(failureIn(await write())).toMatchObject({
    kind: 'rate-limited',
    retryAfterMs: 1_000,
    mayHaveTakenEffect: false,
  });
});

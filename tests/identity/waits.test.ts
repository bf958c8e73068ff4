import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIdentity } from '@main/identity/create-identity';
import { createRequestGate } from '@main/identity/request-gate';
import { afterEach, expect, test } from 'vitest';
import { createClock } from './virtual-clock';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const hour = 3_600_000;
/** The clock of the service, a day behind this machine's. */
const serviceTime = new Date(Date.now() - 24 * hour);
const errors = JSON.stringify({
  errors: [{ code: 'too_many_requests', message: 'slow down', long_message: '' }],
});

/** A service that answers everything with 429 and this `Retry-After`. */
async function refusing(retryAfter: string | string[] | undefined) {
  let requests = 0;
  server = createServer((_request, response) => {
    requests += 1;
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    response.writeHead(429, { 'content-type': 'application/json', date: serviceTime.toUTCString() });
    response.end(errors);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { now, sleep, run } = createClock(Date.now());
  const identity = createIdentity({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey: 'sk_test_x',
    fetch,
    now,
    elapsed: now,
    sleep,
  });
  return { identity, run, count: () => requests };
}

/** Moves the clock whenever nothing else goes on, until the answer is there. */
async function drive<T>(run: () => Promise<void>, answer: Promise<T>): Promise<T> {
  let ended = false;
  void answer.finally(() => {
    ended = true;
  });
  while (!ended) {
    await run();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return answer;
}

const inService = (ms: number): string => new Date(serviceTime.getTime() + ms).toUTCString();

test.each([
  ['600', 600_000],
  ['2592000', 30 * 24 * hour],
  [inService(600_000), 600_000],
  [inService(2 * hour), 2 * hour],
  // No date can hold what these ask for: a year is the longest that is told.
  ['99999999999', 366 * 24 * hour],
  ['99999999999999', 366 * 24 * hour],
  ['9'.repeat(400), 366 * 24 * hour],
  ['1000000000', 366 * 24 * hour],
  // Of two headers the longer one counts, however they come.
  ['60, 120', 120_000],
  [['60', '120'], 120_000],
  [['5', inService(600_000)], 600_000],
  [[inService(600_000), inService(5_000)], 600_000],
])('Retry-After %s is not waited for: it is told, until when, after one request', async (retryAfter, ms) => {
  const { identity, run, count } = await refusing(retryAfter);
  const answer = await drive(run, identity.fetchPage('organization', { offset: 0, limit: 1 }));
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'rate-limited', status: 429 } });
  const wait = answer.ok ? 0 : answer.failure.retryAfterMs;
  expect(Math.abs(wait - ms)).toBeLessThan(2_000);
  expect(Number.isNaN(new Date(Date.now() + wait).getTime())).toBe(false);
  expect(answer.ok ? '' : answer.failure.message).toMatch(
    /asks to wait .* s more, until \d{4,6}-|asks to wait/,
  );
  expect(count()).toBe(1);
  // The next one is not even sent.
  expect(await identity.fetchPage('organization', { offset: 0, limit: 1 })).toMatchObject({
    ok: false,
    failure: { kind: 'rate-limited', code: 'held' },
  });
  expect(count()).toBe(1);
});

test.each([
  ['7', 7_000],
  [inService(7_000), 7_000],
  [undefined, 1_000],
  ['', 1_000],
  [' ', 1_000],
  ['9.5', 9_500],
  ['1e9', 1_000],
  ['-5, 7', 7_000],
  ['soon', 1_000],
  ['NaN', 1_000],
  ['Infinity', 1_000],
  [inService(-hour), 1_000],
])('Retry-After %s is waited for as it is meant', async (retryAfter, ms) => {
  const { identity, run, count } = await refusing(retryAfter);
  const answer = await drive(run, identity.fetchPage('organization', { offset: 0, limit: 1 }));
  const wait = answer.ok ? 0 : answer.failure.retryAfterMs;
  expect(Math.abs(wait - ms)).toBeLessThan(2_000);
  expect(count()).toBe(6);
});

test('a clock set back an hour stops no request', async () => {
  let slept = 0;
  const gate = createRequestGate({
    elapsed: () => performance.now(),
    sleep: async (ms) => {
      slept += ms;
      await new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50)));
    },
    concurrency: 2,
    limit: 4,
    windowMs: 100,
  });
  const real = Date.now;
  Date.now = () => real() - hour;
  try {
    for (let each = 0; each < 10; each += 1) await gate.pass({ endpoint: 'GET /users' }, async () => each);
  } finally {
    Date.now = real;
  }
  expect(slept).toBeLessThan(1_000);
});

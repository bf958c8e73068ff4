import { getEventListeners, setMaxListeners } from 'node:events';
import { createRequestGate, type RequestGate } from '@main/identity/request-gate';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, createClock } from './virtual-clock';

let clock: Clock;
let starts: number[];
let gate: RequestGate;

beforeEach(() => {
  clock = createClock();
  starts = [];
  const { now: elapsed, sleep } = clock;
  gate = createRequestGate({ elapsed, sleep, concurrency: 4, limit: 10, windowMs: 1_000 });
});

/** A request that takes `ms`. */
const ask = (ms: number, endpoint = 'GET /users') =>
  gate.pass({ endpoint }, async () => {
    starts.push(clock.now());
    await clock.sleep(ms);
  });

test('no more than the limit start in any window, and none is wasted', async () => {
  const all = Promise.all(Array.from({ length: 35 }, () => ask(20)));
  await clock.run();
  await all;
  expect(starts).toHaveLength(35);
  for (const start of starts) {
    const within = starts.filter((other) => other > start - 1_000 && other <= start);
    expect(within.length).toBeLessThanOrEqual(10);
  }
  expect(clock.now()).toBeLessThan(3_500);
});

test('no more than the concurrency run at once', async () => {
  let running = 0;
  let most = 0;
  const all = Promise.all(
    Array.from({ length: 9 }, () =>
      gate.pass({ endpoint: 'GET /users' }, async () => {
        running += 1;
        most = Math.max(most, running);
        await clock.sleep(10);
        running -= 1;
      }),
    ),
  );
  await clock.run();
  await all;
  expect(most).toBe(4);
});

test('a hold stops its endpoint until its end, is shown while it lasts, and lets others pass', async () => {
  gate.hold('GET /users', 500);
  expect(gate.holds()).toEqual([{ endpoint: 'GET /users', leftMs: 500 }]);
  const all = Promise.all([ask(1), ask(1), ask(1, 'GET /organizations'), ask(1, 'PATCH /users/{id}')]);
  await clock.run();
  await all;
  expect(starts).toEqual([0, 0, 500, 500]);
  expect(gate.holds()).toEqual([]);
});

test('a hold that begins while a request stands in line stops it as well', async () => {
  const busy = Array.from({ length: 4 }, () => ask(100, 'GET /organizations'));
  const waiting = ask(1);
  gate.hold('GET /users', 2_000);
  const other = ask(1, 'GET /organizations');
  await clock.run();
  await Promise.all([...busy, waiting, other]);
  expect(starts).toEqual([0, 0, 0, 0, 100, 2_000]);
});

test.each([60_001, 86_400_000 * 30, Number.MAX_SAFE_INTEGER])(
  'a hold of %i ms is not sat out: who asks is told, and after an hour the service is asked again',
  async (ms) => {
    gate.hold('GET /users', ms);
    expect(await ask(1)).toEqual({ held: Math.min(ms, 3_600_000) });
    expect(starts).toEqual([]);
    const later = clock.sleep(3_600_000);
    await clock.run();
    await later;
    const asked = ask(1);
    await clock.run();
    expect(await asked).toEqual({ value: undefined });
  },
);

test('who gives up waits for no hold', async () => {
  gate.hold('GET /users', 50_000);
  const abort = new AbortController();
  const asked = gate.pass({ endpoint: 'GET /users' }, async () => 'sent', abort.signal);
  abort.abort();
  expect(await asked).toEqual({ held: 50_000 });
});

test('a request that fails gives its place back', async () => {
  const failing = Promise.allSettled(
    Array.from({ length: 8 }, () =>
      gate.pass({ endpoint: 'GET /users' }, () => Promise.reject(new Error('no'))),
    ),
  );
  await clock.run();
  expect((await failing).every(({ status }) => status === 'rejected')).toBe(true);
  const last = ask(1);
  await clock.run();
  await last;
  expect(starts).toHaveLength(1);
});

describe('quotas', () => {
  /** A change of one record, ten of which go in 10 s. */
  const change = (record: string, ms = 5) =>
    gate.pass(
      { endpoint: 'PATCH /organizations/{id}', quota: { key: record, limit: 10, windowMs: 10_000 } },
      async () => {
        starts.push(clock.now());
        await clock.sleep(ms);
      },
    );
  /** An invitation, 25 of which go in an hour. */
  const invite = () =>
    gate.pass(
      { endpoint: 'POST /invitations', quota: { key: 'invitations', limit: 25, windowMs: 3_600_000 } },
      async () => {
        starts.push(clock.now());
        await clock.sleep(5);
      },
    );

  test('twelve changes of one record are ten at once and two when their window is over; another record waits for none', async () => {
    const all = Promise.all([...Array.from({ length: 12 }, () => change('org_1')), change('org_2')]);
    await clock.run();
    await all;
    const late = starts.filter((start) => start >= 10_000);
    expect(starts).toHaveLength(13);
    expect(late).toHaveLength(2);
    for (const start of late) expect(start).toBeLessThan(10_100);
  });

  test('changes that are all under way are waited for, not counted twice', async () => {
    gate = createRequestGate({
      elapsed: clock.now,
      sleep: clock.sleep,
      concurrency: 40,
      limit: 100,
      windowMs: 1_000,
    });
    const all = Promise.all(Array.from({ length: 20 }, () => change('org_1', 200)));
    await clock.run();
    await all;
    expect(starts.filter((start) => start === 0)).toHaveLength(10);
    expect(starts.filter((start) => start === 10_200)).toHaveLength(10);
  });

  test('an hour is not sat out: who asks is told how long, and the endpoint is shown as held', async () => {
    const sent = Promise.all(Array.from({ length: 25 }, invite));
    await clock.run();
    await sent;
    const [first = 0] = starts;
    const left = first + 5 + 3_600_000 - clock.now();
    expect(await invite()).toEqual({ held: left });
    expect(gate.holds()).toEqual([{ endpoint: 'POST /invitations', leftMs: left }]);
    expect(starts).toHaveLength(25);
    const waited = clock.sleep(left);
    await clock.run();
    await waited;
    const next = invite();
    await clock.run();
    expect(await next).toEqual({ value: undefined });
  });

  test('a place whose request was held while it stood in line is free again', async () => {
    const busy = Array.from({ length: 4 }, () => ask(100, 'GET /organizations'));
    const waiting = change('org_1');
    gate.hold('PATCH /organizations/{id}', 70_000);
    await clock.run(1_000);
    await Promise.all(busy);
    expect(await waiting).toMatchObject({ held: expect.any(Number) });
    const later = clock.sleep(70_000);
    await clock.run();
    await later;
    const since = clock.now();
    const all = Promise.all(Array.from({ length: 10 }, () => change('org_1')));
    await clock.run();
    await all;
    expect(Math.max(...starts) - since).toBeLessThan(1_000);
  });
});

test('what waited leaves nothing at the signal of a sweep', async () => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  gate.hold('GET /users', 500);
  const all = Promise.all(
    Array.from({ length: 20 }, () => gate.pass({ endpoint: 'GET /users' }, async () => undefined, signal)),
  );
  await clock.run();
  await all;
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

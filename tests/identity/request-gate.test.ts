import { createRequestGate, type RequestGate } from '@main/identity/request-gate';
import { beforeEach, expect, test } from 'vitest';
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
  gate.pass(endpoint, async () => {
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
      gate.pass('GET /users', async () => {
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
  const asked = gate.pass('GET /users', async () => 'sent', abort.signal);
  abort.abort();
  expect(await asked).toEqual({ held: 50_000 });
});

test('a request that fails gives its place back', async () => {
  const failing = Promise.allSettled(
    Array.from({ length: 8 }, () => gate.pass('GET /users', () => Promise.reject(new Error('no')))),
  );
  await clock.run();
  expect((await failing).every(({ status }) => status === 'rejected')).toBe(true);
  const last = ask(1);
  await clock.run();
  await last;
  expect(starts).toHaveLength(1);
});

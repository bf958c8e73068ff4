import { createRequestGate, type RequestGate } from '@main/identity/request-gate';
import { beforeEach, expect, test } from 'vitest';
import { type Clock, createClock } from './virtual-clock';

let clock: Clock;
let starts: number[];
let gate: RequestGate;

beforeEach(() => {
  clock = createClock();
  starts = [];
  const { now, sleep } = clock;
  gate = createRequestGate({ now, sleep, concurrency: 4, limit: 10, windowMs: 1_000 });
});

/** A request that takes `ms`. */
const ask = (ms: number): Promise<void> =>
  gate.pass(async () => {
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
      gate.pass(async () => {
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

test('a hold stops everybody until its end, and is shown while it lasts', async () => {
  gate.holdUntil(500);
  expect(gate.throttledUntil()).toBe(500);
  const all = Promise.all([ask(1), ask(1)]);
  await clock.run();
  await all;
  expect(starts).toEqual([500, 500]);
  expect(gate.throttledUntil()).toBe(0);
});

test('a request that fails gives its place back', async () => {
  const failing = Promise.allSettled(
    Array.from({ length: 8 }, () => gate.pass(() => Promise.reject(new Error('no')))),
  );
  await clock.run();
  expect((await failing).every(({ status }) => status === 'rejected')).toBe(true);
  const last = ask(1);
  await clock.run();
  await last;
  expect(starts).toHaveLength(1);
});

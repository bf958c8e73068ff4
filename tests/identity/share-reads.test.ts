import { shareReads } from '@main/identity/entities/application/share-reads';
import { expect, test } from 'vitest';

const status = '/platform/applications/app_1/domains/dmn_1/status';

/** A service that counts what reaches it; `fail` refuses the next call. */
function counting() {
  const seen: string[] = [];
  let time = 0;
  let fail = false;
  const call = shareReads(
    async ({ method, path }) => {
      seen.push(`${method} ${path}`);
      await Promise.resolve();
      if (!fail) return { ok: true, value: seen.length, requestId: '' };
      fail = false;
      const failure = { kind: 'server', status: 500, code: '', message: '', requestId: '' } as const;
      return { ok: false, failure: { ...failure, retryAfterMs: 0, mayHaveTakenEffect: false } };
    },
    () => time,
  );
  const pass = (ms: number): void => {
    time += ms;
  };
  return { seen, call, pass, failNext: () => (fail = true) };
}

const get = (path: string) => ({ method: 'GET', path }) as const;

test('a read that is on its way is shared within a run, and with no other run', async () => {
  const { seen, call } = counting();
  const [run, other] = [new AbortController().signal, new AbortController().signal];
  const [a, b] = await Promise.all([
    call(get('/platform/domains'), run),
    call(get('/platform/domains'), run),
    call(get('/platform/domains'), other),
    call(get('/platform/domains')),
  ]);
  expect(a).toBe(b);
  expect(seen.length).toBe(3);
  await call(get('/platform/domains'), run);
  expect(seen.length).toBe(4);
});

test('a status holds for a minute of its run, unless something is written or it failed', async () => {
  const { seen, call, pass, failNext } = counting();
  const run = new AbortController().signal;
  await call(get(status), run);
  await call(get(status), run);
  expect(seen.length).toBe(1);
  pass(60_001);
  await call(get(status), run);
  expect(seen.length).toBe(2);
  await call({ method: 'POST', path: '/platform/applications/app_1/domains/dmn_1/dns_check' });
  await call(get(status), run);
  expect(seen.length).toBe(4);
  pass(60_001);
  failNext();
  expect(await call(get(status), run)).toMatchObject({ ok: false });
  expect(await call(get(status), run)).toMatchObject({ ok: true });
});

test('what was on its way when something was written is not kept', async () => {
  const { seen, call } = counting();
  const run = new AbortController().signal;
  await Promise.all([call(get(status), run), call({ method: 'DELETE', path: '/platform/x' })]);
  await call(get(status), run);
  expect(seen.length).toBe(3);
});

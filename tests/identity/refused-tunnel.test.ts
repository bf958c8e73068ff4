import { networkFailure } from '@main/identity/network-failure';
import { expect, test } from 'vitest';

/** As undici says that a proxy gave no tunnel, wrapped by fetch. */
const refused = (status: number) =>
  networkFailure(
    new TypeError('fetch failed', {
      cause: new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`),
    }),
    { write: true, cut: null },
  );

test.each([403, 407])(
  'a proxy that refuses a tunnel with %i wants a login, or forbids the address',
  (status) => {
    expect(refused(status)).toMatchObject({ code: 'proxy-login', mayHaveTakenEffect: false });
  },
);

test.each([502, 503, 504])(
  'a proxy that itself reaches nobody, %i, is no matter of a login; nothing was sent',
  (status) => {
    const failure = refused(status);
    expect(failure).toMatchObject({ kind: 'offline', status: 0, mayHaveTakenEffect: false });
    expect(failure.code).not.toBe('proxy-login');
    expect(failure.message).toContain('the proxy on the way finds no way to it');
    expect(failure.next).toContain('whoever runs the proxy');
  },
);

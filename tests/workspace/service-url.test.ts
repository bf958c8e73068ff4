import { serviceUrl } from '@main/workspace/service-url';
import { describe, expect, it } from 'vitest';

describe('serviceUrl', () => {
  it.each([
    ['https://api.clerk.com/v1', 'https://api.clerk.com/v1'],
    ['https://api.clerk.com/v1/', 'https://api.clerk.com/v1'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/v1'],
    ['http://[::1]:4010/v1', 'http://[::1]:4010/v1'],
  ])('takes %s as %s', (text, url) => {
    expect(serviceUrl(text)).toEqual({ ok: true, value: url });
  });

  it('means the usual path of the service where an address has none', () => {
    expect(serviceUrl('https://id.acme.test', 'better-auth')).toEqual({
      ok: true,
      value: 'https://id.acme.test/api/auth',
    });
  });

  it.each(['http://api.clerk.com/v1', 'https://me:secret@api.clerk.com', 'ftp://api.clerk.com', 'clerk', ''])(
    'refuses %j, where a key would not be safe',
    (text) => {
      expect(serviceUrl(text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    },
  );
});

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

  it.each([
    ['http://api.clerk.com/v1', 'must begin with https://'],
    ['https://me:secret@api.clerk.com', 'must hold no user name and no password'],
    ['https://good.example\\@bad.example', 'must hold no user name and no password'],
    ['ftp://api.clerk.com', 'must begin with https://'],
    ['https:api.clerk.com', 'must begin with https://'],
    ['https://api.clerk.com:99999', 'has a port that there is not'],
    ['https://api clerk.com', 'must hold no blanks'],
    ['https://:443/v1', 'needs a host'],
    ['clerk', 'must begin with https://'],
    ['', 'must begin with https://'],
  ])('refuses %j, where a key would not be safe, and says which part of it', (text, fault) => {
    const refused = serviceUrl(text);
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(!refused.ok && refused.error.message).toContain(fault);
    expect(!refused.ok && refused.error.message).not.toContain('secret');
  });
});

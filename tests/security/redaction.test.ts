import { redact } from '@main/shell/log/redact';
import { expect, test } from 'vitest';

test.each([
  ['an API key', 'GET failed with sk_live_39JQt2JHZ11eFxGK', '39JQt2JHZ11eFxGK'],
  ['a key of a test instance', 'sk_test_abc-DEF_123', 'abc-DEF_123'],
  ['a Platform token', 'GET failed with plapi_39JQt2JHZ11eFxGK', '39JQt2JHZ11eFxGK'],
  ['a key of a machine', '{"object":"machine_secret_key","secret_key":"whatever-it-is"}', 'whatever-it-is'],
  ['a key of a directory', '{"object":"directory","api_key":"whatever-it-is"}', 'whatever-it-is'],
  ['a bearer token', '{ authorization: "Bearer eyJhbGciOi.x.y" }', 'eyJhbGciOi'],
  ['a database key', `PRAGMA key = "x'${'5a'.repeat(32)}'"`, '5a5a5a5a'],
  ['a passphrase', '{"passphrase":"granite otter lantern 71"}', 'granite'],
  ['a password in an address', 'https://admin:hunter2@identity.example/v1', 'hunter2'],
  ["a person's address", 'no membership for d.ng@cobalt.example here', 'd.ng@cobalt'],
])('a log line loses %s', (_, line, secret) => {
  expect(line).toContain(secret);
  expect(redact(line)).not.toContain(secret);
});

test('a log line keeps what helps', () => {
  const line = 'Tenantry engine ended with code 9 after GET /v1/organizations?limit=500: 503';
  expect(redact(line)).toBe(line);
});

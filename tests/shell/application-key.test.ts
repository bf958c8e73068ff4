import { readApplicationKey } from '@main/workspace/pools/read-application-key';
import { expect, it } from 'vitest';

it.each([
  [401, 'key-refused'],
  [403, 'key-refused'],
  [404, 'not-found'],
  [429, 'rate-limited'],
  [500, 'service-error'],
  [503, 'service-error'],
])('a platform that answers with %i is told as %s', async (status, code) => {
  const send = async (): Promise<Response> => new Response('{}', { status });
  const key = await readApplicationKey(
    { url: 'https://api.example.com/v1', token: 'plapi_1', fetch: send },
    'app_1',
  );
  expect(key).toMatchObject({
    ok: false,
    error: { code, message: expect.stringContaining('Nothing was made') },
  });
});

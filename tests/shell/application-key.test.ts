import { meantInstance, readApplicationKey } from '@main/workspace/pools/read-application-key';
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

it.each([
  ['one of its environment', ['production', 'development'], 'sk_1'],
  ['several of it', ['development', 'staging'], 'other-instance'],
  ['none of it', ['production'], 'other-instance'],
])(
  'a copy of which only the environment is known, of an application with %s',
  async (_, environments, comesTo) => {
    const instances = environments.map((environment_type, at) => ({
      ...{ instance_id: `ins_${at}`, environment_type },
      secret_key: `sk_${at}`,
    }));
    const send = async (): Promise<Response> => Response.json({ name: 'Vale', instances });
    const platform = { url: 'https://api.example.com/v1', token: 'plapi_1', fetch: send };
    const kept = { platform: undefined, environment: 'sandbox' } as const;
    const key = await readApplicationKey(platform, 'app_1', meantInstance(kept, 'sk_test_old'));
    expect(key.ok ? key.value.apiKey : key.error.code).toBe(comesTo);
  },
);

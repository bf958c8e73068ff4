import { createIdentity } from '@main/identity/create-identity';
import { withPools } from '@main/identity/with-pools';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { expect, it } from 'vitest';
import { sampleRecord } from '../store/sample-records';

const template = sampleRecord('template', 'app_1/email/code', {
  type: 'email',
  slug: 'code',
  applicationId: 'app_1' as never,
});

/** What becomes of switching a delivery in a pool whose answer to it is this failure. */
async function sent(failure: Pick<RemoteFailure, 'kind' | 'status'>, mayHaveTakenEffect: boolean) {
  const told = { code: '', message: 'no', requestId: '', retryAfterMs: 0, mayHaveTakenEffect };
  const pool = async () => ({ ok: false, failure: { ...told, ...failure } }) as const;
  const pools = withPools({} as never, async () => ({ ok: true, value: pool, requestId: '' }));
  const call = {
    verb: 'perform',
    entity: 'template',
    record: template,
    operation: 'toggleDelivery',
    values: {},
  };
  const answer = await pools.send({ ...call, key: 'k' } as never);
  return answer.ok ? null : answer.failure;
}

it('an answer of a pool that is lost may have taken effect: it is looked up, and not sent again', async () => {
  expect(await sent({ kind: 'timeout', status: 0 }, true)).toMatchObject({
    kind: 'timeout',
    mayHaveTakenEffect: true,
  });
});

it('a key that its own pool refuses says nothing of the platform’s', async () => {
  expect(await sent({ kind: 'unauthorized', status: 401 }, false)).toMatchObject({
    kind: 'server',
    mayHaveTakenEffect: false,
  });
});

it('a pool’s limits hold for all that is read of it, however often it is opened; another’s are its own', async () => {
  const underWay = new Map<string, number>();
  let most = 0;
  let pools = 0;
  const service: typeof fetch = async (input, init) => {
    const key = new Headers(init?.headers).get('authorization') ?? '';
    const application = /applications\/(\w+)/.exec(String(input))?.[1];
    if (application !== undefined)
      return Response.json({
        instances: [{ environment_type: 'production', secret_key: `sk_live_${application}` }],
      });
    underWay.set(key, (underWay.get(key) ?? 0) + 1);
    most = Math.max(most, underWay.get(key) ?? 0);
    pools = Math.max(pools, [...underWay.values()].filter((count) => count > 0).length);
    await new Promise((resolve) => setTimeout(resolve, 20));
    underWay.set(key, (underWay.get(key) ?? 0) - 1);
    return Response.json({ errors: [] }, { status: 404 });
  };
  const identity = createIdentity({
    url: 'https://service.example/v1',
    apiKey: 'ak_live_1',
    scenario: 'platforms',
    fetch: service,
    now: Date.now,
    concurrency: 2,
  });
  const read = (applicationId: string) =>
    identity.fetchOne('template', { ...template, applicationId: applicationId as never });
  await Promise.all(['app_1', 'app_2'].flatMap((id) => Array.from({ length: 6 }, () => read(id))));
  expect([most, pools]).toEqual([2, 2]);
});

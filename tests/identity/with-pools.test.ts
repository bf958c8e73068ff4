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

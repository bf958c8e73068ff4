import type { RemoteResult } from '@shared/domain/remote-failure';
import type { RemoteCall } from './identity-port';

/** Staging lets no such change through; should one come all the same, it ends as refused, with its reason. */
export function cannotBeSent(call: RemoteCall): RemoteResult<never> {
  const done = call.verb === 'update' ? call.field : call.verb === 'perform' ? call.operation : call.verb;
  const what = `${done} of ${call.entity}`;
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      status: 0,
      code: 'not-sendable',
      message: `The service's API cannot take this change (${what}).`,
      requestId: '',
      retryAfterMs: 0,
      mayHaveTakenEffect: false,
    },
  };
}

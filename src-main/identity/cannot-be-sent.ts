import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import type { RemoteCall } from './identity-port';

/** A change in words: `firstName of user`. */
export function whatOf(call: RemoteCall): string {
  const done = call.verb === 'update' ? call.field : call.verb === 'perform' ? call.operation : call.verb;
  return t('{done} of {entity}', { done, entity: call.entity });
}

/** Staging lets no such change through; should one come all the same, it ends as refused, with its reason. */
export function cannotBeSent(call: RemoteCall): RemoteResult<never> {
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      status: 0,
      code: 'not-sendable',
      message: t("The service's API cannot take this change ({change}).", { change: whatOf(call) }),
      requestId: '',
      retryAfterMs: 0,
      mayHaveTakenEffect: false,
    },
  };
}

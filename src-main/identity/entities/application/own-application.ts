import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import type { CallApi } from '../../call-api';
import { platformTokenCodes } from '../../identity-port';
import type { ApplicationWire } from './application-wire';

/** An application as a workspace sees it: with the instances that concern it; null for one that does not. */
export type Narrow = (wired: ApplicationWire) => ApplicationWire | null;

/** Of all applications that a token shows, the one that an instance belongs to, and of that one the instance alone. */
export const ownedBy =
  (instanceId: string): Narrow =>
  (wired) => {
    const instances = wired.instances.filter((one) => one.instance_id === instanceId);
    return instances.length === 0 ? null : { ...wired, instances };
  };

const failureWith = (code: string, message: string): RemoteFailure => ({
  kind: 'forbidden',
  status: 403,
  code,
  message,
  requestId: '',
  retryAfterMs: 0,
  mayHaveTakenEffect: false,
});

/** The token shows applications, and none of them is this workspace's. */
export const tokenElsewhere: { readonly ok: false; readonly failure: RemoteFailure } = {
  ok: false,
  failure: failureWith(
    platformTokenCodes.elsewhere,
    t('The Platform token belongs to another account: it does not show the application of this instance.'),
  ),
};

/**
 * Calls with the token that a workspace has beside its key. A token that is refused closes what it opens, and nothing else: the
 * key, and all that is copied by it, go on.
 */
export const besideKey =
  (callApi: CallApi): CallApi =>
  async (call, signal): Promise<RemoteResult<unknown>> => {
    const answer = await callApi(call, signal);
    if (answer.ok || answer.failure.kind !== 'unauthorized') return answer;
    const { requestId } = answer.failure;
    const refused = failureWith(platformTokenCodes.refused, t('The service refuses the Platform token.'));
    return { ok: false, failure: { ...refused, requestId } };
  };

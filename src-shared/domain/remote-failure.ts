/** Why a request to the service did not bring what was asked: classified by status and code, never by message text. */
export interface RemoteFailure {
  readonly kind:
    | 'offline'
    | 'timeout'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'invalid'
    | 'conflict'
    | 'rate-limited'
    | 'server'
    | 'malformed';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The service's error code (`organization_membership_quota_exceeded`), '' when it gave none. */
  readonly code: string;
  /** The service's own words, else ours. */
  readonly message: string;
  /** What the service said it has not, or does not let this key have, for good; missing where it said no such thing. */
  readonly lack?: 'refused' | 'unpaid' | 'off' | 'missing';
  /** What to do, where the network told more than a kind and a code of trouble can. */
  readonly next?: string;
  /** The service's id of the call, '' when unknown. */
  readonly requestId: string;
  /** From `Retry-After`, ms; 0 when none was given. */
  readonly retryAfterMs: number;
  /** True when the request was sent and nothing proves that it had no effect. */
  readonly mayHaveTakenEffect: boolean;
}

export type RemoteResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly requestId: string;
      /** What the service shows in this answer only: for whoever asked, and kept nowhere. '' where there is none. */
      readonly secret?: string;
    }
  | { readonly ok: false; readonly failure: RemoteFailure };

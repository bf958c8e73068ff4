import type { Capabilities } from '@shared/domain/capabilities';
import type { Failure } from '@shared/domain/failure';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { Scenario } from '@shared/domain/scenario';
import type { IdentityPort, RemoteCall } from './identity-port';

export interface IdentityOptions {
  /** Base of the Backend API, e.g. `https://api.clerk.com/v1`; `/v1` is added to a URL without a path. */
  readonly url: string;
  /** Secret key of an instance, or the Platform API token of a `platforms` workspace. */
  readonly apiKey: string;
  /** Opens the application of the instance at the Platform API as well. */
  readonly platformToken?: string | undefined;
  /** Which API it is; the Backend API unless told otherwise. */
  readonly scenario?: Scenario;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Milliseconds by a clock that nobody sets: waits are measured by it. */
  readonly elapsed?: () => number;
  /** Longest time for one request and its answer, ms. */
  readonly timeoutMs?: number;
  /** Requests in flight at once. */
  readonly concurrency?: number;
  /** Requests in any 10 s; the service's own limit for the key's environment when missing. */
  readonly requestsPer10s?: number;
  /** Whether the service's limits of single endpoints and records are kept to as well; they are unless told otherwise. */
  readonly endpointLimits?: boolean;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The identity service, as sync and reconcile see it. Nothing throws: failures are returned, classified. */
export interface Identity extends IdentityPort {
  /** What the service has not at all; missing where that shows only when it is asked. */
  readonly lacks?: Capabilities;
  /** Why a change is never sent; null for one that the service takes. Missing where all that can be staged can be sent. Pure. */
  lacking?(call: RemoteCall): Failure | null;
  /** One small call, made now, with the service's time as `serviceTime` has it: an answer of before proves nothing. */
  probe(): Promise<RemoteResult<number>>;
  /** Which version it said it is when it was asked last who it is; '' before. Missing where a service tells none. */
  version?(): string;
  /** Requests that may go at once, of `requestsPer10s`; what others send with the same key is not known here. */
  requestsLeft(): number;
  /** Endpoints that no request goes to before a time (429), ms since 1970, in whole seconds. */
  throttled(): readonly { readonly endpoint: string; readonly until: number }[];
  /** Called when an endpoint is held; returns the unsubscriber. */
  onThrottled(listener: () => void): () => void;
}

import type { EndpointLimit } from '@shared/domain/endpoint-limits';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import type { ApiCall } from './api-call';

/** What a service says of an error in its own JSON. */
export interface ErrorWords {
  readonly code: string;
  /** '' where it gave none. */
  readonly message: string;
  readonly requestId: string;
  /** Where its code says more than its status. */
  readonly kind?: RemoteFailure['kind'];
  readonly lack?: RemoteFailure['lack'];
}

/** How a service is spoken to over HTTP: all that is its own, and not HTTP's. */
export interface Wire {
  /** What every request bears. */
  headers(apiKey: string): Readonly<Record<string, string>>;
  /** Header of an answer with the id of the call. */
  readonly traceHeader: string;
  /** Header of a 429 that says how long to wait. */
  readonly waitHeader: string;
  /** Undefined for a body that is not the service's own: it says nothing about records or keys then. */
  readError(body: unknown, status: number): ErrorWords | undefined;
  /** The limit that a call counts for beside the instance's; null for none. */
  limitOf(call: ApiCall): EndpointLimit | null;
  /** Requests in any 10 s. */
  requestsPer10s(apiKey: string): number;
}

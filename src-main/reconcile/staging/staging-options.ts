import type { RemoteCall } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';

export interface StagingOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A unique id of letters and digits. */
  readonly newId: () => string;
  /** Why the service never takes a change (`Identity.lacking`); missing where it takes all that can be staged. */
  readonly lacking?: ((call: RemoteCall) => Failure | null) | undefined;
}

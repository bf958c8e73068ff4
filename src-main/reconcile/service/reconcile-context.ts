import type { PushPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';

/** What every part of reconciling works with. */
export interface ReconcileContext {
  readonly store: Store;
  readonly port: PushPort;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

import type { Store } from '@main/store/store';

export interface StagingOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A unique id of letters and digits. */
  readonly newId: () => string;
}

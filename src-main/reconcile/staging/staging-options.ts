import type { RemoteCall } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';

export interface StagingOptions {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A unique id of letters and digits. */
  readonly newId: () => string;
  /** Who stages; missing where no windows are served. */
  readonly windows?: StagingWindows | undefined;
  /** Why the service never takes a change (`Identity.lacking`); missing where it takes all that can be staged. */
  readonly lacking?: ((call: RemoteCall) => Failure | null) | undefined;
}

/** The windows of a workspace, as far as undo goes by them. */
export interface StagingWindows {
  /** Id of the window that asks for what is being done; '' where none does. */
  asking(): string;
  isThere(id: string): boolean;
  /** Told whenever one was closed. */
  onLeft(listener: () => void): () => void;
}

import type { PullPort } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import type { Asker } from '@shared/domain/retry-policy';
import type { ProgressTracker } from './collection-progress';

/** What the walk over one collection works with. */
/** What waiting takes; see `retry-policy`. */
export interface Patience extends Required<Asker> {
  readonly signal: AbortSignal;
}

export interface WalkContext<E extends EntityName = EntityName> extends Patience {
  readonly entity: E;
  readonly store: Store;
  readonly port: PullPort;
  readonly now: () => number;
  readonly sweep: number;
  /** True while there never was a complete sweep: what is found is no change. */
  readonly first: boolean;
  readonly progress: ProgressTracker;
  /** Called at each answer of the service, so that "offline" ends with the first one. */
  readonly onReached: () => void;
}

export type WalkOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: RemoteFailure };

export const done: WalkOutcome = { kind: 'done' };
export const stopped: WalkOutcome = { kind: 'stopped' };

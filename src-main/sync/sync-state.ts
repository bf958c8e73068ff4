import { assertNever } from '@shared/assert-never';
import type { Failure } from '@shared/contract/failure';
import type { CollectionProgress, Freshness } from '@shared/contract/status';

/** What sync is about, beside the sweep's own progress. */
export type SyncState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'paused' }
  | {
      readonly kind: 'offline';
      readonly since: number;
      readonly by: 'network' | 'choice';
      readonly failure?: Failure;
    }
  | { readonly kind: 'key-refused'; readonly since: number }
  | { readonly kind: 'failed'; readonly since: number; readonly failure: Failure };

/** What people are told of the copy's age. `asOf`: end of the last complete sweep, 0 when there was none. Pure. */
export function freshnessOf(
  syncState: SyncState,
  asOf: number,
  collections: readonly CollectionProgress[],
): Freshness {
  switch (syncState.kind) {
    case 'idle':
      return { kind: asOf === 0 ? 'never' : 'synced', asOf };
    case 'running':
      return { kind: 'syncing', asOf, fraction: fractionOf(collections) };
    case 'paused':
      return { kind: 'paused', asOf, fraction: fractionOf(collections) };
    case 'offline':
    case 'key-refused':
    case 'failed':
      return { ...syncState, asOf };
    default:
      return assertNever(syncState);
  }
}

/** Share of all records that the sweep has walked over, 0 to 1. */
function fractionOf(collections: readonly CollectionProgress[]): number {
  let walked = 0;
  let all = 0;
  for (const { phase, done, total } of collections) {
    all += total;
    walked += phase === 'done' ? total : Math.min(done, total);
  }
  return all === 0 ? 0 : walked / all;
}

import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { metaKeys } from './walk-state';

/**
 * The ids that one pass of a walk has seen, kept in memory and, chunk by chunk, beside the cursor: a resumed walk still knows what the
 * service has, and no row is rewritten only to say that it was seen.
 */
export interface SeenIds {
  readonly size: number;
  has(id: RecordId): boolean;
  add(ids: readonly RecordId[]): void;
  /** Takes what was added since the last call: to be stored as the next chunk, with the cursor. */
  takeChunk(): readonly RecordId[];
}

export async function readSeen(store: Store, entity: EntityName, chunks: number): Promise<SeenIds> {
  const stored = await Promise.all(
    Array.from({ length: chunks }, (_, chunk) => store.meta(metaKeys.seen(entity, chunk))),
  );
  return createSeen(stored.flatMap((chunk) => (chunk ?? []) as readonly RecordId[]));
}

export function createSeen(before: readonly RecordId[] = []): SeenIds {
  const seen = new Set(before);
  let fresh: RecordId[] = [];
  return {
    get size() {
      return seen.size;
    },
    has: (id) => seen.has(id),
    add: (ids) => {
      for (const id of ids) {
        if (seen.has(id)) continue;
        seen.add(id);
        fresh.push(id);
      }
    },
    takeChunk: () => {
      const chunk = fresh;
      fresh = [];
      return chunk;
    },
  };
}

/** Meta entries that remove all chunks of a finished walk. */
export function forgetSeen(entity: EntityName, chunks: number): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(
    Array.from({ length: chunks }, (_, chunk) => [metaKeys.seen(entity, chunk), null]),
  );
}

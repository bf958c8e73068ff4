import { hash } from 'node:crypto';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { JsonValue } from '@shared/domain/json';
import { metaKeys } from './walk-state';

/**
 * Proof that the rows of one page are as the service sent them (meta `sync.page.<entity>.<place>`). When the same request
 * brings the same bytes and the rows are still those, there is nothing to decode, to compare or to write.
 */
export interface PageProof {
  /** What was asked for: the offset, or the id to start after. */
  readonly at: string;
  /** Digest of the answer's text. */
  readonly digest: string;
  /** As the answer states it. */
  readonly total: number;
  readonly ids: readonly RecordId[];
  /** `rowsDigest` of the rows. */
  readonly rows: string;
}

/** `place`: number of the page in its walk, so that proofs are overwritten and never pile up. */
export async function readProof(
  store: Store,
  entity: EntityName,
  place: number,
  at: string,
): Promise<PageProof | null> {
  const proof = (await store.meta(metaKeys.page(entity, place))) as PageProof | null;
  return proof?.at === at ? proof : null;
}

/** Only this folder reads it back, in its type. */
export function proofAsMeta(proof: PageProof | null): JsonValue {
  return proof === null ? null : ({ ...proof } as unknown as JsonValue);
}

/** Digest of the hashes of these rows, in order; a row that is not there counts as such. */
export function rowsDigest(ids: readonly RecordId[], hashes: ReadonlyMap<RecordId, string>): string {
  return hash('sha1', ids.map((id) => hashes.get(id) ?? '').join(' '), 'base64');
}

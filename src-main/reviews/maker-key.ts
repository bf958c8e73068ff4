import { type SigningKey, signingKeyFrom } from '@main/reconcile/four-eyes/signing-key';
import type { Store } from '@main/store/store';
import type { JsonValue } from '@shared/domain/json';
import type { Campaign, FleetReviewId, ReviewId } from '@shared/domain/reviews/review';
import { z } from 'zod';

/** Not below `review/`, which snapshots take along: whoever reads one must not sign. */
const keyOf = (id: ReviewId | FleetReviewId): string => `review-key/${id}`;

/** What keeps the key that a review was made with, or forgets it (null): `rekey` gives the workspace another one, and the review is closed with its own. */
export const makerKeyMeta = (
  id: ReviewId | FleetReviewId,
  key: SigningKey | null,
): Readonly<Record<string, JsonValue>> => ({
  [keyOf(id)]: key === null ? null : key.seed(),
});

/** The key that a review was made with, in the workspace where it was made; null where that is not kept. */
export async function makerKey(
  store: Pick<Store, 'meta'>,
  { id, publicKey }: Pick<Campaign, 'publicKey'> & { readonly id: ReviewId | FleetReviewId },
  own: SigningKey,
): Promise<SigningKey | null> {
  if (own.publicKey === publicKey) return own;
  const seed = z
    .string()
    .nullable()
    .parse((await store.meta(keyOf(id))) ?? null);
  const kept = seed === null ? null : signingKeyFrom(seed);
  return kept?.publicKey === publicKey ? kept : null;
}

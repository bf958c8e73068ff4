import type { Store, WriteBatch } from '@main/store/store';
import { failure, type Result } from '@shared/contract/failure';
import { decidedOf } from '@shared/contract/lost-by-deletion';
import type { DecodedInputOf } from '@shared/contract/operations';
import { t } from '@shared/language/t';
import { noReviewMeta, readReview } from './kept-reviews';
import { makerKeyMeta } from './maker-key';
import { summaryOf } from './review-rows';

/**
 * Deletes a review with all that is kept of it, its key too; null where that went well. What it staged stays. Where more was decided than the
 * person was told of, nothing is deleted (`conflict`).
 */
export async function deleteHeld(
  store: Store,
  { id, decided }: DecodedInputOf<'deleteReview'>,
): Promise<Result<never> | null> {
  let refused: Result<never> | null = null;
  await store.write(async (): Promise<WriteBatch> => {
    const held = await readReview(store, id);
    refused = null;
    if (held === null) refused = gone(id);
    else if (decidedOf(summaryOf(held, [])) !== decided) refused = moved(held.campaign.name);
    if (held === null || refused !== null) return {};
    return { meta: { ...(await noReviewMeta(store, held)), ...makerKeyMeta(id, null) } };
  });
  return refused;
}

const gone = (id: string): Result<never> =>
  failure(
    'not-found',
    t('There is no review {id}. Nothing was deleted.', { id }),
    t('List the reviews for their ids.'),
  );

const moved = (name: string): Result<never> =>
  failure(
    'conflict',
    t('More or less of {name} is decided by now than when you were asked. Nothing was deleted.', { name }),
    t('Look at it again, and delete it then.'),
  );

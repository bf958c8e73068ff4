import { failure, type Result, success } from '@shared/contract/failure';
import { type PoolReview, PoolReviewOrder } from '@shared/contract/fleet-reviews';
import type { ReviewSummary } from '@shared/contract/reviews';
import { t } from '@shared/language/t';
import type { Engine } from './engine';

/** Works on the part of a review over several applications, in the one copy that this engine has open. */
export async function reviewInPool(
  engine: Pick<Engine, 'call'>,
  order: PoolReviewOrder,
): Promise<Result<PoolReview>> {
  const asked = PoolReviewOrder.parse(order);
  const status = await engine.call('status', {});
  if (!status.ok) return status;
  const { asOf } = status.value.freshness;
  const told = (summary: ReviewSummary | null, more: Partial<PoolReview> = {}) =>
    success({ asOf, summary, why: '', text: '', ...more });
  if (asked.act === 'freeze') {
    if (asOf === 0) return neverComplete();
    const made = await engine.call('createReview', asked.asked);
    if (made.ok) return told(made.value);
    // Nobody there holds it: as good an answer as every other.
    return made.error.code === 'not-found' ? told(null, { why: made.error.message }) : made;
  }
  const all = await engine.call('reviews', {});
  if (!all.ok) return all;
  const part = all.value.find(
    ({ id, partOf, mine }) => mine && partOf?.id === asked.fleet && (asked.review ?? id) === id,
  );
  if (part === undefined) return noPart();
  if (asked.act === 'tell') return told(part);
  if (asked.act === 'close') {
    if (part.closedAt > 0) return told(part);
    const closed = await engine.call('closeReview', { id: part.id, by: asked.by });
    return closed.ok ? told(closed.value.summary) : closed;
  }
  const made = await engine.call('exportReview', { id: part.id, signer: asked.signer, format: 'json' });
  return made.ok ? told(part, { text: made.value.text }) : made;
}

function neverComplete(): Result<never> {
  return failure(
    'not-found',
    t('The copy of its people was never complete: nobody can say who holds what.'),
    t('Sync that workspace, or copy its pool, first.'),
  );
}

function noPart(): Result<never> {
  return failure(
    'not-found',
    t('Its part of the review is not there any more.'),
    t('Make a new review of its people.'),
  );
}

import { t } from '../language/t';
import type { ReviewSummary } from './reviews';

/** Items that somebody has decided. */
export const decidedOf = ({ total, counts }: Pick<ReviewSummary, 'total' | 'counts'>): number =>
  total - (counts.open ?? 0);

/** What deleting a review loses, in sentences: what people are told before they do. */
export function lostByDeletion(review: ReviewSummary): readonly string[] {
  const { total, counts, closedAt, by, mine } = review;
  const [decided, revoked] = [decidedOf(review), counts.revoke ?? 0];
  const lost = [
    t(
      'What was frozen of {total, plural, one {# membership} other {# memberships}} goes, and the decisions and notes on {decided, number}: only a signed file keeps them.',
      { total, decided },
    ),
  ];
  if (closedAt > 0 && revoked > 0)
    lost.push(
      t(
        'Nothing here will tell what became of {revoked, plural, one {# revocation} other {# revocations}}. Removals that are staged stay staged.',
        { revoked },
      ),
    );
  if (closedAt === 0 && mine) lost.push(t('Taken in again from its file it can be decided, but not closed.'));
  if (closedAt === 0 && !mine)
    lost.push(
      t(
        'Whoever takes it in again takes their own file as well, before they decide: otherwise {by} must refuse their decisions.',
        { by },
      ),
    );
  return lost;
}

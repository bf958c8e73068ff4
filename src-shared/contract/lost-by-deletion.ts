import type { ReviewSummary } from './reviews';

/** Items that somebody has decided. */
export const decidedOf = ({ total, counts }: Pick<ReviewSummary, 'total' | 'counts'>): number =>
  total - (counts.open ?? 0);

/** What deleting a review loses, in sentences: what people are told before they do. */
export function lostByDeletion(review: ReviewSummary): readonly string[] {
  const { total, counts, closedAt, by, mine } = review;
  const [decided, revoked] = [decidedOf(review), counts.revoke ?? 0];
  const lost = [
    `What was frozen of ${counted(total, 'membership')} goes, and the decisions and notes on ${decided}: only a signed file keeps them.`,
  ];
  if (closedAt > 0 && revoked > 0)
    lost.push(
      `Nothing here will tell what became of ${counted(revoked, 'revocation')}. Removals that are staged stay staged.`,
    );
  if (closedAt === 0 && mine) lost.push('Taken in again from its file it can be decided, but not closed.');
  if (closedAt === 0 && !mine)
    lost.push(
      `Whoever takes it in again takes their own file as well, before they decide: otherwise ${by} must refuse their decisions.`,
    );
  return lost;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

import type { DecodedInputOf } from '@shared/contract/operations';
import type { ReviewPage, ReviewSummary } from '@shared/contract/reviews';
import type { Evidence } from '@shared/domain/reviews/evidence';
import { isOwn, type ReviewItem } from '@shared/domain/reviews/review';
import { spoken, undecided } from '@shared/domain/reviews/standings';
import type { HeldReview } from './kept-reviews';

/** How far a review is. */
export function summaryOf(
  { campaign, hash, mine, standing, closing }: HeldReview,
  evidence: readonly Evidence[],
): ReviewSummary {
  const { id, name, scopeText, reviewers, dueAt, note, ownAccess, partOf, by, createdAt, asOf } = campaign;
  const counts = { keep: 0, revoke: 0, unknown: 0, open: campaign.items.length, disputed: 0 };
  for (const { decision } of standing.values()) {
    counts.open--;
    counts[decision]++;
  }
  const ends: Record<string, number> = {};
  for (const { state } of evidence) ends[state] = (ends[state] ?? 0) + 1;
  return {
    ...{ id, name, scopeText, reviewers, dueAt, note, by, createdAt, asOf, hash, mine, counts },
    ...(ownAccess && { ownAccess }),
    ...(partOf && { partOf }),
    organizationId: campaign.scope.organizationId ?? '',
    total: campaign.items.length,
    closedAt: closing?.at ?? 0,
    closedBy: closing?.by ?? '',
    changeSetId: closing?.changeSetId ?? '',
    evidence: ends,
  };
}

/** Items with where they stand, those that are asked for, by organization or by person. */
export function pageOf(
  held: HeldReview,
  items: readonly ReviewItem[],
  evidence: readonly Evidence[],
  { only, text, by, offset, limit }: DecodedInputOf<'reviewPage'>,
): ReviewPage {
  const seen = new Map(evidence.map((one) => [one.item, one]));
  const standingOf = ({ membershipId }: ReviewItem) => held.standing.get(membershipId) ?? undecided;
  const needle = text.trim().toLowerCase();
  const found = items
    .filter((item) => only === null || standingOf(item).decision === only)
    .filter(({ userName, userEmail, organizationName, roleName }) =>
      [userName, userEmail, organizationName, roleName].some((each) => each.toLowerCase().includes(needle)),
    )
    .toSorted(by === 'person' ? byPerson : byOrganization);
  const rows = found.slice(offset, offset + limit).map((item) => ({
    item,
    standing: standingOf(item).decision,
    decisions: [...standingOf(item).entries],
    own: spoken(standingOf(item)).some(({ by }) => isOwn(item, by)),
    evidence: seen.get(item.membershipId) ?? null,
  }));
  const easy = items
    .filter((item) => item.recommendation.risk === 'low' && standingOf(item).decision === 'open')
    .map(({ membershipId }) => membershipId);
  return { summary: summaryOf(held, evidence), rows, total: found.length, easy };
}

const byId = (a: ReviewItem, b: ReviewItem): number => (a.membershipId < b.membershipId ? -1 : 1);
const byOrganization = (a: ReviewItem, b: ReviewItem): number =>
  a.organizationName.localeCompare(b.organizationName) || a.userName.localeCompare(b.userName) || byId(a, b);
const byPerson = (a: ReviewItem, b: ReviewItem): number =>
  a.userName.localeCompare(b.userName) || a.organizationName.localeCompare(b.organizationName) || byId(a, b);

import type { FleetApplication, FleetPart } from '../domain/reviews/fleet-review';
import { type FleetLack, fleetLacks } from '../domain/reviews/fleet-review';
import { t } from '../language/t';
import type { Result } from './failure';
import type { FleetReviewSummary, PoolReview, PoolReviewOrder } from './fleet-reviews';
import type { ReviewSummary } from './reviews';

/** Asks the copy of one application; null where its people are copied nowhere here. */
export type AskPart = (
  application: FleetApplication,
  order: PoolReviewOrder,
) => Promise<Result<PoolReview> | null>;

/** Freezes a review over several applications in each of them, one after the other. One that was frozen before tells of it. */
export async function freezeParts(
  { id, asked, applications }: FleetReviewSummary,
  ask: AskPart,
): Promise<readonly FleetPart[]> {
  const parts: FleetPart[] = [];
  for (const application of applications) {
    const { applicationId } = application;
    const answer = await ask(application, {
      act: 'freeze',
      asked: { ...asked, partOf: { id, applicationId } },
    });
    parts.push({ ...application, ...partOf(answer) });
  }
  return parts;
}

function partOf(answer: Result<PoolReview> | null): Omit<FleetPart, keyof FleetApplication> {
  const none = { asOf: 0, review: null };
  if (answer === null)
    return { ...none, state: 'no-copy', why: t('No copy of its people is here: nobody looked there.') };
  if (!answer.ok)
    return { ...none, state: 'unread', why: t('It was not read: {why}', { why: answer.error.message }) };
  const { asOf, summary, why } = answer.value;
  if (summary === null) return { state: 'nobody', asOf, why, review: null };
  const { id, hash, total } = summary;
  return { state: 'frozen', asOf, why: '', review: { id, hash, total } };
}

/** How far one application is, or why nobody knows. */
export interface PartNow {
  readonly part: FleetPart;
  readonly summary: ReviewSummary | null;
  /** Signed file, '' where it was not asked for. */
  readonly text: string;
  /** '' where it was read. */
  readonly why: string;
}

export interface FleetNow {
  readonly parts: readonly PartNow[];
  /** None: it is complete. */
  readonly lacks: readonly FleetLack[];
}

/** Asks each application that has a part in a review, one after the other: how far it is, or to close it, or for its signed file. */
export async function askParts(
  parts: readonly FleetPart[],
  order: Exclude<PoolReviewOrder, { readonly act: 'freeze' }>,
  ask: AskPart,
): Promise<FleetNow> {
  const now: PartNow[] = [];
  for (const part of parts) {
    const { applicationId, name } = part;
    const answer = part.review === null ? null : await ask({ applicationId, name }, order);
    if (answer?.ok) now.push({ part, summary: answer.value.summary, text: answer.value.text, why: '' });
    else now.push({ part, summary: null, text: '', why: answer?.error.message ?? part.why });
  }
  return { parts: now, lacks: lacksOf(now) };
}

function lacksOf(now: readonly PartNow[]): readonly FleetLack[] {
  const seen = new Map(
    now.flatMap(({ part, summary }) => (summary === null ? [] : [[part.applicationId, summary]])),
  );
  return fleetLacks(
    now.map(({ part }) => part),
    seen,
  );
}

import type { WorkspaceId } from '../domain/ids';
import {
  type FleetApplication,
  type FleetLack,
  type FleetPart,
  fleetLacks,
  isBlind,
} from '../domain/reviews/fleet-review';
import type { FleetReviewId } from '../domain/reviews/review';
import { t } from '../language/t';
import type { Result } from './failure';
import type { FleetReviewSummary, PoolReview, PoolReviewOrder } from './fleet-reviews';
import type { ReviewSummary } from './reviews';

/** A copy of one application's people. */
export interface PoolCopy {
  readonly workspaceId: WorkspaceId;
  readonly ask: (order: PoolReviewOrder) => Promise<Result<PoolReview>>;
}

/** The copies of an application's people, the newest first; none where they are copied nowhere here. */
export type CopiesOf = (application: FleetApplication) => readonly PoolCopy[];

/** Such a copy, of which application it is, and when it was complete, ms; a failure where nobody can tell. */
export interface DatedCopy extends PoolCopy {
  readonly of: string;
  readonly asOf: Result<number>;
}

/** Where one of several copies cannot be dated, nobody knows which is the newest: nothing is frozen then, and the reason is told. */
export function newestFirst(copies: readonly DatedCopy[]): CopiesOf {
  const dated = copies.toSorted((a, b) => timeOf(b) - timeOf(a));
  return ({ applicationId }) => {
    const own = dated.filter(({ of }) => of === applicationId);
    return own.map((copy) => ({
      workspaceId: copy.workspaceId,
      ask: async (order) =>
        order.act === 'freeze' && own.length > 1 && !copy.asOf.ok ? copy.asOf : copy.ask(order),
    }));
  };
}

const timeOf = ({ asOf }: DatedCopy): number => (asOf.ok ? asOf.value : Number.POSITIVE_INFINITY);

/**
 * Freezes a review over several applications in each of them, one after the other; of one that is frozen, in those that nobody had looked into. One copy of each
 * (`askOne`).
 */
export async function freezeParts(
  { id, asked, applications, frozenAt, parts: before }: FleetReviewSummary,
  copiesOf: CopiesOf,
): Promise<FleetPart[]> {
  const parts: FleetPart[] = [];
  for (const { applicationId, name } of frozenAt === 0 ? applications : before.filter(isBlind)) {
    const application = { applicationId, name };
    const copies = copiesOf(application);
    const order = { act: 'freeze', asked: { ...asked, partOf: { id, applicationId } } } as const;
    const asking = await askOne(copies, id, order);
    const which = copies.length > 1 && asking && { workspaceId: asking.copy.workspaceId, of: copies.length };
    parts.push({ ...application, ...partOf(asking?.answer), ...(which && { copy: which }) });
  }
  return parts;
}

interface Asking {
  readonly copy: PoolCopy;
  readonly answer: Result<PoolReview>;
}

/**
 * Asks the copy that holds a part of a review already, else the newest. One that cannot be read may be the holder: then no other is asked,
 * for people would be reviewed twice.
 */
async function askOne(
  copies: readonly PoolCopy[],
  fleet: FleetReviewId,
  order: PoolReviewOrder,
): Promise<Asking | undefined> {
  const [newest, ...others] = copies;
  let unread: Asking | undefined;
  for (const copy of others.length === 0 ? [] : copies) {
    const answer = await copy.ask({ act: 'tell', fleet });
    if (answer.ok) return { copy, answer: await copy.ask(order) };
    if (answer.error.code !== 'not-found') unread ??= { copy, answer };
  }
  return unread ?? (newest && { copy: newest, answer: await newest.ask(order) });
}

function partOf(answer: Result<PoolReview> | undefined): Omit<FleetPart, keyof FleetApplication> {
  const none = { asOf: 0, review: null };
  if (answer === undefined)
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
  copiesOf: CopiesOf,
): Promise<FleetNow> {
  const now: PartNow[] = [];
  for (const part of parts) {
    const { review } = part;
    const answer =
      review === null ? null : await askHolder(copiesOf(part), { ...order, review: review.id }, part.copy);
    if (answer?.ok) now.push({ part, summary: answer.value.summary, text: answer.value.text, why: '' });
    else now.push({ part, summary: null, text: '', why: answer?.error.message ?? part.why });
  }
  return { parts: now, lacks: lacksOf(now) };
}

/** Asks copy by copy, the one that was frozen first, until one holds the part; else what kept it from being read. Null where there is no copy. */
async function askHolder(
  copies: readonly PoolCopy[],
  order: PoolReviewOrder,
  frozen: FleetPart['copy'],
): Promise<Result<PoolReview> | null> {
  let kept: Result<PoolReview> | null = null;
  for (const copy of copies.toSorted((a, b) => Number(isIt(b, frozen)) - Number(isIt(a, frozen)))) {
    const answer = await copy.ask(order);
    if (answer.ok) return answer;
    if (kept === null || (!kept.ok && kept.error.code === 'not-found')) kept = answer;
  }
  return kept;
}

const isIt = ({ workspaceId }: PoolCopy, copy: FleetPart['copy']): boolean =>
  workspaceId === copy?.workspaceId;

function lacksOf(now: readonly PartNow[]): readonly FleetLack[] {
  const seen = new Map(
    now.flatMap(({ part, summary }) => (summary === null ? [] : [[part.applicationId, summary]])),
  );
  return fleetLacks(
    now.map(({ part }) => part),
    seen,
  );
}

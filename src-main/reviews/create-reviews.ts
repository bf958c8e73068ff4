import type { Staging } from '@main/reconcile/staging/create-staging';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { ReviewSummary, reviewOperations } from '@shared/contract/reviews';
import type { Decision, ReviewId } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { createQueue } from '@shared/queue';
import { closeHeld, closingRefusal, disputedItems, unstageable } from './close-review';
import { type CreatingParts, createReview } from './create-review';
import { keepDecisions } from './decide-review';
import { deleteHeld } from './delete-review';
import { type HeldReview, readItems, readReview, readReviewIds } from './kept-reviews';
import { makerKey } from './maker-key';
import { reportOf } from './review-report';
import { pageOf, summaryOf } from './review-rows';
import { signerOf, takeReviewFile } from './take-review';
import { type LastWalk, readEvidence } from './witness';

/** Access reviews, kept in the workspace. */
export type Reviews = {
  readonly [O in keyof typeof reviewOperations]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

export interface ReviewParts extends CreatingParts {
  readonly staging: Pick<Staging, 'stage' | 'tryOut'>;
  readonly walk: () => LastWalk;
}

export function createReviews(parts: ReviewParts): Reviews {
  const { store, key, now, walk } = parts;
  /** What is decided, taken or closed meanwhile waits: a review ends once, with all that was kept before. */
  const inTurn = createQueue();

  async function withHeld<T>(
    id: ReviewId,
    work: (held: HeldReview) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const held = await readReview(store, id);
    return held === null ? noReview(id) : work(held);
  }
  const evidenceOf = async (held: HeldReview) =>
    held.closing === null ? [] : readEvidence(store, await readItems(store, held.campaign.id), held, walk());
  const summarised = async (held: HeldReview): Promise<ReviewSummary> =>
    summaryOf(held, await evidenceOf(held));
  const summarisedById = (id: ReviewId) => withHeld(id, async (held) => success(await summarised(held)));
  /** Names of items, for sentences. */
  const namesIn = async (id: ReviewId): Promise<(item: string) => string> => {
    const names = new Map(
      (await readItems(store, id)).map(({ membershipId, userName, organizationName }) => [
        membershipId,
        t('{member} in {organization}', { member: userName, organization: organizationName }),
      ]),
    );
    return (item) => names.get(item) ?? item;
  };

  return {
    createReview: (asked) => createReview(parts, asked, summarisedById),
    reviews: async () => {
      const found: ReviewSummary[] = [];
      for (const id of await readReviewIds(store)) {
        const held = await readReview(store, id);
        if (held !== null) found.push(await summarised(held));
      }
      return success(found.toSorted((a, b) => b.createdAt - a.createdAt));
    },
    reviewPage: (asked) =>
      withHeld(asked.id, async (held) =>
        success(pageOf(held, await readItems(store, asked.id), await evidenceOf(held), asked)),
      ),
    decideReview: async (asked) => {
      const refused = await inTurn(() => keepDecisions({ store, key, now }, asked));
      return refused ?? summarisedById(asked.id);
    },
    previewClosing: ({ id }) =>
      withHeld(id, async (held) => {
        const named = await namesIn(id);
        const left = held.closing === null ? await unstageable(parts, held) : [];
        const stays = left.map((step) => ({
          ...step,
          why: step.why || t('{item} is gone already.', { item: named(step.item) }),
        }));
        return success({
          counts: summaryOf(held, []).counts,
          stays,
          disputed: disputedItems(held).map(named),
        });
      }),
    closeReview: ({ id, by }) =>
      inTurn(() =>
        withHeld(id, async (held) => {
          const refused = closingRefusal(held, await namesIn(id));
          if (refused !== null) return refused;
          const closed = await closeHeld(parts, held, by);
          if (!closed.ok) return closed;
          return withHeld(id, async (after) => {
            const evidence = await evidenceOf(after);
            return success({ summary: summaryOf(after, evidence), evidence: [...evidence] });
          });
        }),
      ),
    deleteReview: async (asked) => (await inTurn(() => deleteHeld(store, asked))) ?? success({}),
    exportReview: ({ id, signer, format }) =>
      withHeld(id, async (held) => {
        const [items, evidence] = [await readItems(store, id), await evidenceOf(held)];
        const seals = (await makerKey(store, held.campaign, key)) ?? key;
        return success(reportOf({ held, items, evidence, key: seals, signer, now: now() }, format));
      }),
    takeReview: async ({ text }) => {
      const taken = await inTurn(() => takeReviewFile(store, text));
      if (!taken.ok) return taken;
      const { file, added, left } = taken.value;
      const named = await namesIn(file.campaign.id);
      return withHeld(file.campaign.id, async (held) => {
        const disputes = disputedItems(held).map((item) => disputeText(held, item, named(item)));
        return success({ summary: await summarised(held), from: signerOf(file, key), added, left, disputes });
      });
    },
  };
}

/** Of whom decided, what. */
const sayings: Readonly<Record<Exclude<Decision, 'open'>, (by: string) => string>> = {
  keep: (by) => t('{by} says keep', { by }),
  revoke: (by) => t('{by} says revoke', { by }),
  unknown: (by) => t('{by} does not know', { by }),
};

function disputeText({ standing }: HeldReview, item: string, name: string): string {
  const said = (standing.get(item)?.entries ?? []).flatMap(({ by, decision }) =>
    decision === 'open' ? [] : [sayings[decision](by)],
  );
  return `${name}: ${said.join(', ')}.`;
}

const noReview = (id: string): Result<never> =>
  failure('not-found', t('There is no review {id}.', { id }), t('List the reviews for their ids.'));

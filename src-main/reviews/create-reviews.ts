import type { AccessView } from '@main/access/access-view';
import type { Access } from '@main/access/create-access';
import { missingName } from '@main/access/missing-name';
import { digestOf, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Staging } from '@main/reconcile/staging/create-staging';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { ReviewSummary, reviewOperations } from '@shared/contract/reviews';
import { type Campaign, ReviewId, ReviewScope } from '@shared/domain/reviews/review';
import { createQueue } from '@shared/queue';
import { closeHeld, closingRefusal, disputedItems, unstageable } from './close-review';
import { keepDecisions } from './decide-review';
import { freezeItems, mostItems } from './freeze-items';
import { type HeldReview, newReviewMeta, readItems, readReview, readReviewIds } from './kept-reviews';
import { makerKey, makerKeyMeta } from './maker-key';
import { reportOf } from './review-report';
import { pageOf, summaryOf } from './review-rows';
import { signerOf, takeReviewFile } from './take-review';
import { type LastWalk, readEvidence } from './witness';

/** Access reviews, kept in the workspace. */
export type Reviews = {
  readonly [O in keyof typeof reviewOperations]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

export interface ReviewParts {
  readonly store: Store;
  readonly access: Pick<Access, 'view'>;
  readonly staging: Pick<Staging, 'stage' | 'tryOut'>;
  readonly key: SigningKey;
  /** Base URL of the service's API. */
  readonly service: string;
  /** ms */
  readonly now: () => number;
  readonly newId: () => string;
  /** End of the last complete sweep, ms. */
  readonly asOf: () => number;
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
        `${userName} in ${organizationName}`,
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
          why: step.why || `${named(step.item)} is gone already.`,
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

function disputeText({ standing }: HeldReview, item: string, name: string): string {
  const said = standing.get(item)?.entries.filter(({ decision }) => decision !== 'open') ?? [];
  return `${name}: ${said.map(({ by, decision }) => `${by} says ${decision}`).join(', ')}.`;
}

const noReview = (id: string): Result<never> =>
  failure('not-found', `There is no review ${id}.`, 'List the reviews for their ids.');

async function createReview(
  { store, access, key, service, now, newId, asOf }: ReviewParts,
  asked: DecodedInputOf<'createReview'>,
  summarised: (id: ReviewId) => Promise<Result<ReviewSummary>>,
): Promise<Result<ReviewSummary>> {
  const view = await access.view({ kind: 'now' });
  if (!view.ok) return view;
  const at = now();
  // Hashed is what a file can hold: nothing that is left out.
  const scope = ReviewScope.parse(JSON.parse(JSON.stringify(asked.scope)));
  const missing = await missingName([view.value], scope);
  if (missing !== null)
    return failure('not-found', `There is no ${missing.what}. Nothing was made.`, missing.next);
  if (scope.roleKey !== undefined && !(await view.value.catalog()).grants.has(scope.roleKey))
    return failure(
      'not-found',
      `There is no role "${scope.roleKey}". Nothing was made.`,
      'List roles for their keys.',
    );
  const items = await freezeItems(store, view.value, scope, at);
  if (items.length === 0)
    return failure(
      'not-found',
      'Nobody is in this scope: there is nothing to review.',
      'Choose another scope.',
    );
  if (items.length > mostItems)
    return failure(
      'limit',
      `More than ${mostItems.toLocaleString('en')} memberships are in this scope. Nothing was made.`,
      'Narrow it, say to an organization or to the roles that matter, and make several reviews.',
    );
  const { name, reviewers, dueAt, note, by } = asked;
  const campaign: Campaign = {
    format: 'tenantry-review/1',
    id: ReviewId.parse(`rev_${newId()}`),
    name,
    scope,
    scopeText: await scopeText(view.value, scope),
    reviewers,
    dueAt,
    note,
    by,
    createdAt: at,
    asOf: asOf(),
    service,
    publicKey: key.publicKey,
    items: items.map((item) => digestOf(item)),
  };
  const signature = key.sign({ ...campaign });
  await store.write(async () => ({
    meta: {
      ...(await newReviewMeta(store, { campaign, signature, mine: true }, items)),
      ...makerKeyMeta(campaign.id, key),
    },
  }));
  return summarised(campaign.id);
}

/** A scope in words, with the names of that moment. */
async function scopeText(
  view: AccessView,
  { organizationId, roleKey, permissionKey, where }: ReviewScope,
): Promise<string> {
  const { grants, defined } = await view.catalog();
  const place = organizationId && (await view.places([organizationId])).get(organizationId)?.name;
  const told = [
    roleKey && `Role ${grants.get(roleKey)?.name ?? roleKey}`,
    permissionKey && `Permission ${defined.get(permissionKey)?.name ?? permissionKey}`,
    place && `Organization ${place}`,
    where,
  ];
  return told.filter((one) => one !== undefined && one !== '').join(' · ');
}

import { digestOf, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { fleetReviewOperations } from '@shared/contract/fleet-reviews';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import type { FleetApplication, FleetAsked } from '@shared/domain/reviews/fleet-review';
import { FleetReviewId } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { createQueue } from '@shared/queue';
import { makerKey, makerKeyMeta } from '../maker-key';
import { frozen, isNowhere, readAfterAll } from './freeze-fleet-review';
import {
  type FleetReview,
  fleetReviewMeta,
  noFleetReviewMeta,
  readFleetReview,
  readFleetReviewIds,
  summaryOfFleet,
} from './kept-fleet-reviews';
import { sealedFleetFile } from './verify-fleet-review';

/** Reviews over several applications, kept in the platform's workspace; what is reviewed stays in that of each application. */
export type FleetReviews = {
  readonly [O in keyof typeof fleetReviewOperations]: (
    input: DecodedInputOf<O>,
  ) => Promise<Result<OutputOf<O>>>;
};

interface Application {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
}

export interface FleetReviewParts {
  readonly store: Store;
  /** Every application, with the ids of its groups. */
  readonly applications: () => Promise<readonly Application[]>;
  /** Ids of groups of applications. */
  readonly groups: () => Promise<readonly string[]>;
  readonly key: SigningKey;
  /** Base URL of the platform's API. */
  readonly service: string;
  /** ms */
  readonly now: () => number;
  readonly newId: () => string;
}

export function createFleetReviews(parts: FleetReviewParts): FleetReviews {
  const { store, key, service, now, newId } = parts;
  /** Two windows that go on with one review wait for each other. */
  const inTurn = createQueue();
  const keep = async (review: FleetReview) => {
    await store.write(async () => ({
      meta: {
        ...(await fleetReviewMeta(store, review)),
        ...(review.signed?.campaign.publicKey === key.publicKey && makerKeyMeta(review.id, key)),
      },
    }));
    return success(summaryOfFleet(review));
  };
  const kept = async (made: Result<FleetReview>) => (made.ok ? keep(made.value) : made);
  const forget = (id: FleetReviewId) =>
    store.write(async () => ({
      meta: { ...(await noFleetReviewMeta(store, id)), ...makerKeyMeta(id, null) },
    }));
  /** Begun by the same words, and not frozen yet. */
  const sameBegun = async (
    asked: FleetAsked,
    chosen: readonly FleetApplication[],
  ): Promise<FleetReview | null> => {
    const wanted = wordsOf(asked, chosen);
    for (const id of await readFleetReviewIds(store)) {
      const review = await readFleetReview(store, id);
      if (review?.signed === null && wordsOf(review.asked, review.applications) === wanted) return review;
    }
    return null;
  };
  return {
    beginFleetReview: async ({ asked, applicationIds, group }) => {
      const chosen = await chosenOf(parts, applicationIds, group);
      if (!chosen.ok) return chosen;
      return inTurn(async () => {
        const begun = await sameBegun(asked, chosen.value);
        if (begun !== null) return success(summaryOfFleet(begun));
        const id = FleetReviewId.parse(`frev_${newId()}`);
        return keep({
          id,
          asked,
          applications: [...chosen.value],
          createdAt: now(),
          signed: null,
          earlier: [],
        });
      });
    },
    freezeFleetReview: ({ id, parts: answered }) =>
      inTurn(async () => {
        const begun = await readFleetReview(store, id);
        if (begun === null) return noFleetReview(id);
        const { signed } = begun;
        if (signed !== null) {
          const own = await makerKey(store, { id, publicKey: signed.campaign.publicKey }, key);
          return own === null
            ? noKey(begun)
            : kept(readAfterAll({ ...begun, signed }, answered, { key: own, now: now() }));
        }
        const made = frozen(begun, answered, { key, service, now: now() });
        if (!made.ok && made.error.code === 'not-found' && isNowhere(answered)) await forget(id);
        return kept(made);
      }),
    fleetReviews: async () => {
      const found = [];
      for (const id of await readFleetReviewIds(store)) {
        const review = await readFleetReview(store, id);
        if (review !== null) found.push(summaryOfFleet(review));
      }
      return success(found.toSorted((a, b) => b.createdAt - a.createdAt));
    },
    sealFleetReview: async ({ id, signer, files }) => {
      const review = await readFleetReview(store, id);
      if (review === null) return noFleetReview(id);
      return review.signed === null
        ? notFrozen(review.asked.name)
        : sealedFleetFile({ ...review.signed, earlier: review.earlier }, files, { key, signer, now: now() });
    },
    deleteFleetReview: async ({ id }) => {
      if ((await readFleetReview(store, id)) === null) return noFleetReview(id);
      await forget(id);
      return success({});
    },
  };
}

/** The applications that are named, those of a group, or all; each with its name of now. */
async function chosenOf(
  { applications, groups: known }: Pick<FleetReviewParts, 'applications' | 'groups'>,
  ids: readonly string[],
  group: string,
): Promise<Result<readonly FleetApplication[]>> {
  const all = await applications();
  const held = new Set(all.map(({ id }) => id));
  const strange = ids.find((id) => !held.has(id));
  if (strange !== undefined)
    return failure(
      'not-found',
      t('The platform has no application {id}. Nothing was made.', { id: strange }),
      t('Name applications by their ids.'),
    );
  if (group !== '' && !(await known()).includes(group))
    return failure(
      'not-found',
      t('There is no group {group}. Nothing was made.', { group }),
      t('Give the id of a group of applications.'),
    );
  const named = new Set(ids);
  const chosen = all.filter(
    ({ id, groups }) =>
      (ids.length === 0 && group === '') || named.has(id) || (group !== '' && groups.includes(group)),
  );
  if (chosen.length === 0)
    return failure(
      'not-found',
      t('No application is in this group. Nothing was made.'),
      t('Choose other applications.'),
    );
  return success(chosen.map(({ id, name }) => ({ applicationId: id, name })));
}

const noFleetReview = (id: string): Result<never> =>
  failure('not-found', t('There is no review {id}.', { id }), t('List the reviews for their ids.'));

/** What a review asks of whom, as one text. */
const wordsOf = (asked: FleetAsked, chosen: readonly FleetApplication[]): string =>
  digestOf({
    asked: JSON.parse(JSON.stringify(asked)),
    of: chosen.map(({ applicationId }) => applicationId).sort(),
  });

const noKey = ({ asked: { name } }: FleetReview): Result<never> =>
  failure(
    'forbidden',
    t(
      'The key that {name} was frozen with is not kept here: nobody can sign what is read later. Nothing was changed.',
      { name },
    ),
    t('Make a new review.'),
  );

const notFrozen = (name: string): Result<never> =>
  failure(
    'conflict',
    t('{name} is not frozen yet: its applications were not all asked.', { name }),
    t('Go on with it first.'),
  );

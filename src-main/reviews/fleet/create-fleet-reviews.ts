import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { fleetReviewOperations } from '@shared/contract/fleet-reviews';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { type FleetApplication, type FleetCampaign, FleetPart } from '@shared/domain/reviews/fleet-review';
import { FleetReviewId } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
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
  const keep = async (review: FleetReview) => {
    await store.write(async () => ({ meta: await fleetReviewMeta(store, review) }));
    return success(summaryOfFleet(review));
  };
  return {
    beginFleetReview: async ({ asked, applicationIds, group }) => {
      const chosen = await chosenOf(parts, applicationIds, group);
      if (!chosen.ok) return chosen;
      const id = FleetReviewId.parse(`frev_${newId()}`);
      return keep({ id, asked, applications: [...chosen.value], createdAt: now(), signed: null });
    },
    freezeFleetReview: async ({ id, parts: answered }) => {
      const begun = await readFleetReview(store, id);
      if (begun === null) return noFleetReview(id);
      const refused = freezeRefusal(begun, answered);
      if (refused !== null) return refused;
      const { asked, createdAt } = begun;
      // Hashed is what a file can hold: nothing that is left out.
      const campaign: FleetCampaign = JSON.parse(
        JSON.stringify({
          format: 'tenantry-fleet-review/1',
          ...{ id, asked, createdAt, frozenAt: now(), service, publicKey: key.publicKey },
          parts: answered.map((part) => FleetPart.parse(part)),
        }),
      );
      return keep({ ...begun, signed: { campaign, signature: key.sign({ ...campaign }) } });
    },
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
        : sealedFleetFile(review.signed, files, { key, signer, now: now() });
    },
    deleteFleetReview: async ({ id }) => {
      if ((await readFleetReview(store, id)) === null) return noFleetReview(id);
      await store.write(async () => ({ meta: await noFleetReviewMeta(store, id) }));
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

function freezeRefusal(
  { asked: { name }, applications, signed }: FleetReview,
  answered: readonly FleetPart[],
): Result<never> | null {
  if (signed !== null)
    return failure(
      'conflict',
      t('{name} was frozen already. Nothing was changed.', { name }),
      t('Make a new review.'),
    );
  const ids = (all: readonly FleetApplication[]): string =>
    all
      .map(({ applicationId }) => applicationId)
      .sort()
      .join(' ');
  if (ids(answered) !== ids(applications))
    return failure(
      'invalid-input',
      t('Other applications were asked than {name} is of. Nothing was frozen.', { name }),
      t('Ask each application of it once.'),
    );
  if (answered.some(({ review }) => review !== null)) return null;
  const why = answered.find(({ why }) => why !== '')?.why ?? '';
  return failure(
    'not-found',
    t('In none of these applications is anybody to review. {why} Nothing was frozen.', { why }),
    t('Copy their people, or choose another scope.'),
  );
}

const noFleetReview = (id: string): Result<never> =>
  failure('not-found', t('There is no review {id}.', { id }), t('List the reviews for their ids.'));

const notFrozen = (name: string): Result<never> =>
  failure(
    'conflict',
    t('{name} is not frozen yet: its applications were not all asked.', { name }),
    t('Go on with it first.'),
  );

import { digestOf } from '@main/reconcile/four-eyes/signing-key';
import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import type { JsonValue } from '@shared/domain/json';
import { FleetApplication, FleetAsked, FleetCampaign } from '@shared/domain/reviews/fleet-review';
import { FleetReviewId } from '@shared/domain/reviews/review';
import { z } from 'zod';

type Kept = Pick<Store, 'meta' | 'subscribe'>;
type Meta = Readonly<Record<string, JsonValue>>;

/** Every review over several applications, by id. */
const indexKey = 'fleet-reviews';
const keyOf = (id: FleetReviewId): string => `fleet-review/${id}`;
/** Whether a small value that was written belongs to them. */
export const isFleetReviewKey = (key: string): boolean => key === indexKey || key.startsWith('fleet-review/');

export const SignedCampaign = z.strictObject({ campaign: FleetCampaign, signature: z.string() });

const FleetReview = z.object({
  id: FleetReviewId,
  asked: FleetAsked,
  applications: z.array(FleetApplication),
  createdAt: z.number(),
  /** Null until every application was asked. */
  signed: SignedCampaign.nullable(),
  /** What was signed before applications were read after all, oldest first. */
  earlier: z.array(SignedCampaign).default([]),
});
/** A review over several applications as it is kept. */
export type FleetReview = Readonly<z.infer<typeof FleetReview>>;

export const readFleetReviewIds = (store: Kept): Promise<readonly FleetReviewId[]> =>
  decodedMeta(store, indexKey, (value) => z.array(FleetReviewId).parse(value ?? []));

/** Null for one that there is none of. */
export const readFleetReview = (store: Kept, id: FleetReviewId): Promise<FleetReview | null> =>
  decodedMeta(store, keyOf(id), (value) => FleetReview.nullable().parse(value));

/** What keeps a review, within a write plan. */
export async function fleetReviewMeta(store: Pick<Store, 'meta'>, review: FleetReview): Promise<Meta> {
  return {
    [indexKey]: [...(await otherIds(store, review.id)), review.id],
    [keyOf(review.id)]: review as unknown as JsonValue,
  };
}

/** What leaves nothing of it, within a write plan. */
export async function noFleetReviewMeta(store: Pick<Store, 'meta'>, id: FleetReviewId): Promise<Meta> {
  return { [indexKey]: await otherIds(store, id), [keyOf(id)]: null };
}

async function otherIds(store: Pick<Store, 'meta'>, id: FleetReviewId): Promise<FleetReviewId[]> {
  const ids = z.array(FleetReviewId).parse((await store.meta(indexKey)) ?? []);
  return ids.filter((one) => one !== id);
}

export function summaryOfFleet({
  id,
  asked,
  applications,
  createdAt,
  signed,
}: FleetReview): FleetReviewSummary {
  return {
    ...{ id, asked, applications, createdAt },
    frozenAt: signed?.campaign.frozenAt ?? 0,
    hash: signed === null ? '' : digestOf(signed.campaign),
    parts: signed?.campaign.parts ?? [],
    readLater: signed?.campaign.later?.read ?? [],
  };
}

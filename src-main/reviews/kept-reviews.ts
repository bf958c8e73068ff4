import { digestOf } from '@main/reconcile/four-eyes/signing-key';
import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import type { JsonValue } from '@shared/domain/json';
import { Evidence } from '@shared/domain/reviews/evidence';
import {
  Campaign,
  Closing,
  DecisionChain,
  DecisionEntry,
  type FleetReviewId,
  ReviewId,
  ReviewItem,
} from '@shared/domain/reviews/review';
import { countedStandings, type Standing } from '@shared/domain/reviews/standings';
import { z } from 'zod';
import { cutAt } from './decision-chain';

type Kept = Pick<Store, 'meta' | 'subscribe'>;
type Meta = Readonly<Record<string, JsonValue>>;

/** Every review of a workspace, by id. */
const indexKey = 'reviews';
/** Of one review: what is written at each decision is small, however long the review is. */
const keyOf = (id: ReviewId, part: string): string => `review/${id}/${part}`;
/** Whether a small value that was written belongs to reviews. */
export const isReviewKey = (key: string): boolean => key === indexKey || key.startsWith('review/');

const Frozen = z.object({ campaign: Campaign, signature: z.string(), mine: z.boolean() });
const ChainEnd = DecisionChain.omit({ entries: true }).extend({ count: z.number().int() });
const KeptClosing = Closing.extend({
  signature: z.string(),
  /** What the file told that it came with; null where it was closed here. */
  evidence: z.array(Evidence).nullable(),
  /** When its maker sealed that file, ms; 0 where nobody who saw it vouches for it. */
  evidenceAt: z.number().default(0),
});
export type KeptClosing = z.infer<typeof KeptClosing>;
/** Entries that are kept together. */
const portion = 200;

/** A review as it is kept. */
export interface HeldReview {
  readonly campaign: Campaign;
  readonly signature: string;
  /** Made in this workspace, which alone closes it. */
  readonly mine: boolean;
  /** Of the campaign. */
  readonly hash: string;
  readonly chains: readonly DecisionChain[];
  readonly closing: KeptClosing | null;
  /** What counts: of a closed review, what was decided before. */
  readonly standing: ReadonlyMap<string, Standing>;
}

export const readReviewIds = (store: Kept): Promise<readonly ReviewId[]> =>
  decodedMeta(store, indexKey, (value) => z.array(ReviewId).parse(value ?? []));

export const readItems = (store: Kept, id: ReviewId): Promise<readonly ReviewItem[]> =>
  decodedMeta(store, keyOf(id, 'items'), (value) => z.array(ReviewItem).parse(value ?? []));

const readFrozen = (store: Kept, id: ReviewId) =>
  decodedMeta(store, keyOf(id, 'campaign'), (value) => {
    const read = Frozen.nullable().parse(value);
    return read && { ...read, hash: digestOf(read.campaign) };
  });

const readClosing = (store: Kept, id: ReviewId) =>
  decodedMeta(store, keyOf(id, 'closing'), (value) => KeptClosing.nullable().parse(value));

/** Reviews that wait for decisions, as they were frozen. */
export async function readOpenCampaigns(store: Kept): Promise<readonly Campaign[]> {
  const open: Campaign[] = [];
  for (const id of await readReviewIds(store)) {
    const [frozen, closing] = [await readFrozen(store, id), await readClosing(store, id)];
    if (frozen !== null && closing === null) open.push(frozen.campaign);
  }
  return open;
}

/** The review made here as a part of one over several applications; null where there is none. */
export async function readPartOf(store: Kept, fleet: FleetReviewId): Promise<ReviewId | null> {
  for (const id of await readReviewIds(store)) {
    const frozen = await readFrozen(store, id);
    if (frozen?.mine && frozen.campaign.partOf?.id === fleet) return id;
  }
  return null;
}

/** Null for a review that there is none of. */
export async function readReview(store: Kept, id: ReviewId): Promise<HeldReview | null> {
  const frozen = await readFrozen(store, id);
  if (frozen === null) return null;
  const ends = await decodedMeta(store, keyOf(id, 'chains'), (value) => z.array(ChainEnd).parse(value ?? []));
  const chains: DecisionChain[] = [];
  for (const { count, ...end } of ends)
    chains.push({ ...end, entries: await readEntries(store, id, end.publicKey, count) });
  const closing = await readClosing(store, id);
  const counted = chains.map(({ publicKey, entries }) => ({
    entries: closing === null ? entries : cutAt(entries, closing.heads[publicKey]),
  }));
  const { campaign } = frozen;
  const items = campaign.ownAccess === undefined ? [] : await readItems(store, id);
  return { ...frozen, chains, closing, standing: countedStandings(counted, campaign, items) };
}

async function readEntries(store: Kept, id: ReviewId, key: string, count: number): Promise<DecisionEntry[]> {
  const entries: DecisionEntry[] = [];
  for (let at = 0; at < count; at += portion)
    entries.push(
      ...(await decodedMeta(store, portionKey(id, key, at), (value) =>
        z.array(DecisionEntry).parse(value ?? []),
      )),
    );
  return entries;
}

const portionKey = (id: ReviewId, key: string, at: number): string =>
  keyOf(id, `decided/${key}/${Math.floor(at / portion)}`);

/** What keeps a new review, within a write plan. */
export async function newReviewMeta(
  store: Pick<Store, 'meta'>,
  { campaign, signature, mine }: z.infer<typeof Frozen>,
  items: readonly ReviewItem[],
): Promise<Meta> {
  const ids = z.array(ReviewId).parse((await store.meta(indexKey)) ?? []);
  return {
    [indexKey]: [...ids.filter((id) => id !== campaign.id), campaign.id],
    [keyOf(campaign.id, 'campaign')]: { campaign, signature, mine } as unknown as JsonValue,
    [keyOf(campaign.id, 'items')]: items as unknown as JsonValue,
  };
}

/** What leaves nothing of a review, within a write plan. */
export async function noReviewMeta(
  store: Pick<Store, 'meta'>,
  { campaign: { id }, chains }: HeldReview,
): Promise<Meta> {
  const ids = z.array(ReviewId).parse((await store.meta(indexKey)) ?? []);
  const portions = chains.flatMap(({ publicKey, entries }) =>
    entries.flatMap((_, at) => (at % portion === 0 ? [portionKey(id, publicKey, at)] : [])),
  );
  const parts = ['campaign', 'items', 'chains', 'closing'].map((part) => keyOf(id, part));
  return {
    [indexKey]: ids.filter((one) => one !== id),
    ...Object.fromEntries([...parts, ...portions].map((key) => [key, null])),
  };
}

/** What keeps a chain that has grown: its end, and the portions that are new. @param before what is kept of it */
export function grownChainMeta(
  id: ReviewId,
  chains: readonly DecisionChain[],
  grown: DecisionChain,
  before: number,
): Meta {
  const others = chains.filter(({ publicKey }) => publicKey !== grown.publicKey);
  const meta: Record<string, JsonValue> = {
    [keyOf(id, 'chains')]: [...others, grown].map(({ publicKey, signature, entries }) => ({
      publicKey,
      signature,
      count: entries.length,
    })),
  };
  for (let at = before - (before % portion); at < grown.entries.length; at += portion)
    meta[portionKey(id, grown.publicKey, at)] = grown.entries.slice(at, at + portion) as unknown as JsonValue;
  return meta;
}

export const closingMeta = (id: ReviewId, closing: KeptClosing): Meta => ({
  [keyOf(id, 'closing')]: closing as unknown as JsonValue,
});

import { z } from 'zod';
import { FleetApplication, FleetAsked, FleetPart } from '../domain/reviews/fleet-review';
import { FleetReviewId } from '../domain/reviews/review';
import { TextFile } from './four-eyes';
import { ReviewSummary, reviewOperations } from './reviews';

const signer = FleetAsked.shape.by;

/** A review over several applications, as the platform's workspace keeps it: nothing of anybody's people. Times in ms. */
export const FleetReviewSummary = z.object({
  id: FleetReviewId,
  asked: FleetAsked,
  /** Those that were chosen. */
  applications: z.array(FleetApplication),
  createdAt: z.number(),
  /** 0 while the pools are being asked, or where that was cut off. */
  frozenAt: z.number(),
  /** Of what was frozen; '' before. */
  hash: z.string(),
  /** One for each application; none before it was frozen. */
  parts: z.array(FleetPart),
});
export type FleetReviewSummary = z.infer<typeof FleetReviewSummary>;

/** What the copy of one application is asked about a review over several. */
export const PoolReviewOrder = z.discriminatedUnion('act', [
  /** Freezes its part; where that was done already, tells of it. */
  z.object({ act: z.literal('freeze'), asked: reviewOperations.createReview.input }),
  z.object({ act: z.literal('tell'), fleet: FleetReviewId }),
  z.object({ act: z.literal('close'), fleet: FleetReviewId, by: signer }),
  z.object({ act: z.literal('export'), fleet: FleetReviewId, signer }),
]);
export type PoolReviewOrder = z.input<typeof PoolReviewOrder>;

export const PoolReview = z.object({
  /** When the copy was complete last, ms. */
  asOf: z.number(),
  /** Null where nobody there is in the scope. */
  summary: ReviewSummary.nullable(),
  /** Why nobody is, '' else. */
  why: z.string(),
  /** The signed file where that was asked for, '' else. */
  text: z.string(),
});
export type PoolReview = z.infer<typeof PoolReview>;

/** Of a platform's workspace. */
export const fleetReviewOperations = {
  /** Keeps what is asked of which applications, by id, or of a group. Expected failures: `not-found` (no such application, an empty group). */
  beginFleetReview: {
    kind: 'write',
    input: z.object({
      asked: FleetAsked,
      applicationIds: z.array(z.string().min(1)).max(10_000).default([]),
      /** Id of a group of applications; '' for none. Without ids and group: all. */
      group: z.string().default(''),
    }),
    output: FleetReviewSummary,
  },
  /** Signs what each application answered. Expected failures: `not-found` (no such review, or nobody to review anywhere), `conflict` (frozen already), `invalid-input` (other applications). */
  freezeFleetReview: {
    kind: 'write',
    input: z.object({ id: FleetReviewId, parts: z.array(FleetPart).min(1) }),
    output: FleetReviewSummary,
  },
  /** Newest first. */
  fleetReviews: { kind: 'read', input: z.object({}), output: z.array(FleetReviewSummary) },
  /** One signed file of the whole, of the signed files of its applications. Expected failures: `not-found`, `invalid-input` (a file that does not belong to it). */
  sealFleetReview: {
    kind: 'read',
    input: z.object({ id: FleetReviewId, signer, files: z.array(z.string()) }),
    output: TextFile,
  },
  /** Forgets it here: the reviews of its applications stay in their workspaces. */
  deleteFleetReview: { kind: 'write', input: z.object({ id: FleetReviewId }), output: z.object({}) },
} as const;

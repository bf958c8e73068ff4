import { z } from 'zod';
import { FleetApplication, FleetAsked, FleetPart } from '../domain/reviews/fleet-review';
import { FleetReviewId, ReviewId } from '../domain/reviews/review';
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
  /** Applications that were read after it was frozen, and when, ms. */
  readLater: z.array(z.object({ applicationId: z.string(), at: z.number() })),
});
export type FleetReviewSummary = z.infer<typeof FleetReviewSummary>;

/** Which part: of several in one copy, the one with this id. */
const which = { fleet: FleetReviewId, review: ReviewId.optional() };

/** What the copy of one application is asked about a review over several. */
export const PoolReviewOrder = z.discriminatedUnion('act', [
  /** Freezes its part; where that was done already, tells of it. */
  z.object({ act: z.literal('freeze'), asked: reviewOperations.createReview.input }),
  z.object({ act: z.literal('tell'), ...which }),
  z.object({ act: z.literal('close'), ...which, by: signer }),
  z.object({ act: z.literal('export'), ...which, signer }),
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
  /** Keeps what is asked of which applications, by id, or of a group; one that asks the very same and is not frozen yet goes on. Expected failures: `not-found` (no such application, an empty group). */
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
  /**
   * Signs what each application answered; of one that is frozen, what was answered by those that nobody had looked into. Where nobody is to be reviewed
   * anywhere, nothing is left of it, unless a copy was not read: that one may hold a part of it already. Expected failures: `not-found` (no such review, nobody
   * anywhere, or none read now either), `conflict` (frozen already, and every application looked into), `invalid-input` (other applications), `forbidden`.
   */
  freezeFleetReview: {
    kind: 'write',
    input: z.object({ id: FleetReviewId, parts: z.array(FleetPart) }),
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

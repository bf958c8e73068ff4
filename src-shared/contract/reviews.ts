import { z } from 'zod';
import { Evidence } from '../domain/reviews/evidence';
import {
  Campaign,
  Decision,
  DecisionEntry,
  OwnAccess,
  PartOf,
  ReviewId,
  ReviewItem,
  ReviewScope,
  RevocationStep,
} from '../domain/reviews/review';
import { Signer, TextFile } from './four-eyes';

const name = z.string().trim().min(1).max(100);
const note = z.string().trim().max(2_000);
const Standing = z.enum([...Decision.options, 'disputed']);
const Counts = z.record(Standing, z.number().int());

/** A review with how far it is. Times in ms, 0 for none. */
export const ReviewSummary = z.object({
  ...Campaign.pick({
    id: true,
    name: true,
    scopeText: true,
    reviewers: true,
    dueAt: true,
    note: true,
    ownAccess: true,
    partOf: true,
    by: true,
  }).shape,
  ...Campaign.pick({ createdAt: true, asOf: true }).shape,
  /** The organization that it is of alone, '' where it may be of several. */
  organizationId: z.string(),
  /** Of the frozen campaign: the same in every file of it. */
  hash: z.string(),
  /** Made in this workspace, which alone closes it. */
  mine: z.boolean(),
  total: z.number().int(),
  /** Items by where they stand. */
  counts: Counts,
  closedAt: z.number(),
  closedBy: z.string(),
  /** '' where nothing was revoked. */
  changeSetId: z.string(),
  /** Of a closed review: revocations by what became of them. */
  evidence: z.record(z.string(), z.number().int()),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

/** An item with where it stands and what became of it. */
export const ReviewRow = z.object({
  item: ReviewItem,
  standing: Standing,
  /** The decisions that count, newest first: more than one where it is disputed. */
  decisions: z.array(DecisionEntry),
  /** One of them is about the own access of who made it. */
  own: z.boolean(),
  evidence: Evidence.nullable(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const ReviewPage = z.object({
  summary: ReviewSummary,
  rows: z.array(ReviewRow),
  /** Rows that match. */
  total: z.number().int(),
  /** Undecided items whose recommendation is of low risk, by id. */
  easy: z.array(z.string()),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** What closing would come to; `stays` are revocations that cannot be staged, and why. */
export const ClosingPreview = z.object({
  counts: Counts,
  stays: z.array(RevocationStep),
  /** Names of disputed items: they must be decided first. */
  disputed: z.array(z.string()),
});
export type ClosingPreview = z.infer<typeof ClosingPreview>;

export const reviewFormats = ['json', 'entra', 'vanta', 'html'] as const;

export const reviewOperations = {
  /** Freezes what is reviewed. Expected failures: `not-found` (no copy yet, no such name, nobody in the scope), `limit`. */
  createReview: {
    kind: 'write',
    input: z.object({
      name: Campaign.shape.name,
      scope: ReviewScope,
      reviewers: Campaign.shape.reviewers.default([]),
      dueAt: z.number().default(0),
      note: note.default(''),
      ownAccess: OwnAccess.optional(),
      /** Frozen for this one already: what was frozen is answered. */
      partOf: PartOf.optional(),
      by: name,
    }),
    output: ReviewSummary,
  },
  /** Newest first. */
  reviews: { kind: 'read', input: z.object({}), output: z.array(ReviewSummary) },
  reviewPage: {
    kind: 'read',
    input: z.object({
      id: ReviewId,
      /** Only what stands so. */
      only: Standing.nullable().default(null),
      /** Part of a person, an address, an organization or a role; '' for any. */
      text: z.string().max(200).default(''),
      by: z.enum(['organization', 'person']).default('organization'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(20_000).default(200),
    }),
    output: ReviewPage,
  },
  /** Keeps decisions, all or none; what stands so already is not kept twice. Expected failures: `invalid-input`, `forbidden`, `not-found`. */
  decideReview: {
    kind: 'write',
    again: true,
    input: z.object({
      id: ReviewId,
      decisions: z
        .array(
          z.object({
            item: z.string().min(1),
            decision: Decision,
            /** Without one, what the same person noted on the item stays; '' takes it away. */
            note: note.optional(),
          }),
        )
        .min(1)
        .max(20_000),
      by: name,
    }),
    output: ReviewSummary,
  },
  previewClosing: { kind: 'read', input: z.object({ id: ReviewId }), output: ClosingPreview },
  /** Stages the revocations as one change set, and ends the review. Expected failures: `conflict` (disputed), `forbidden`, `invalid-input`. */
  closeReview: {
    kind: 'write',
    again: true,
    input: z.object({ id: ReviewId, by: name }),
    output: z.object({ summary: ReviewSummary, evidence: z.array(Evidence) }),
  },
  /**
   * Deletes a review with all that is kept of it; what it staged stays. `decided` says on how many items the person was told that decisions
   * are lost. Expected failures: `not-found`, `conflict` (other than that many by now).
   */
  deleteReview: {
    kind: 'write',
    input: z.object({ id: ReviewId, decided: z.number().int().min(0) }),
    output: z.object({}),
  },
  exportReview: {
    kind: 'read',
    input: z.object({ id: ReviewId, signer: name, format: z.enum(reviewFormats).default('json') }),
    output: TextFile,
  },
  /** Takes a colleague's file in: a review that is not here, or their decisions on one that is. Expected failures: `invalid-input`, `conflict`. */
  takeReview: {
    kind: 'write',
    again: true,
    input: z.object({ text: z.string().max(100_000_000) }),
    output: z.object({
      summary: ReviewSummary,
      from: Signer,
      added: z.number().int(),
      /** What of the file is not believed, in a sentence; '' for nothing. */
      left: z.string(),
      /** What reviewers say differently, in sentences. */
      disputes: z.array(z.string()),
    }),
  },
} as const;

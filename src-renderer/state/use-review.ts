import type { Failure } from '@shared/contract/failure';
import type { ApplyReport, Decision, Plan } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import { create } from 'zustand';

/**
 * Where the review stands.
 *
 *     staged ──review──> planning ──> review ──apply──> applying ──> done
 *        ^                               │ ^──── stale: planned again ──┘ │
 *        └───────────── back ────────────┴───────────── close ───────────┘
 */
export type ReviewPhase = 'staged' | 'planning' | 'review' | 'applying' | 'done';

/** How a run goes in waves, as it was chosen. */
export interface WaveChoice {
  /** As typed: `1, 10%, all`. */
  readonly sizes: string;
  /** The customer that goes first; '' for the plan's own choice. */
  readonly first: string;
  readonly between: 'ask' | 'go-on';
}

export interface Review {
  /** The workspace that all of this belongs to. */
  readonly workspaceId: string;
  readonly phase: ReviewPhase;
  /** The intents under review; null: all open ones. */
  readonly scope: readonly IntentId[] | null;
  readonly plan: Plan | null;
  /** The plan that this one took the place of: what differs is shown. */
  readonly previous: Plan | null;
  /** By intent id. The engine keeps them: they outlive a look back at what is staged, a crash and a restart. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Third values as they stand in their fields, by intent id. */
  readonly typed: Readonly<Record<string, string>>;
  /** Answers that this window had not seen given: they come from before a crash or a restart. */
  readonly restored: number;
  /** Sendable steps that the admin leaves out of this run. */
  readonly leftOut: ReadonlySet<string>;
  readonly onRefusal: 'stop' | 'continue';
  /** Null: all at once. */
  readonly waves: WaveChoice | null;
  readonly failure: Failure | null;
  readonly report: ApplyReport | null;
}

export const noReview: Review = {
  workspaceId: '',
  phase: 'staged',
  scope: null,
  plan: null,
  previous: null,
  decisions: {},
  typed: {},
  restored: 0,
  leftOut: new Set(),
  onRefusal: 'continue',
  waves: null,
  failure: null,
  report: null,
};

/** The review of the open workspace: it outlives the screen, so that one can look something up half-way. */
export const useReview = create<Review>(() => noReview);

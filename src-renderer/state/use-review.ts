import type { Failure } from '@shared/contract/failure';
import type { ApplyReport, Plan, Resolution } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import { create } from 'zustand';

/** The admin's answer to a conflict; `later` leaves it out of this run, staged as it is. */
export type Decision = Resolution | { readonly choose: 'later' };

/**
 * Where the review stands.
 *
 *     staged ──review──> planning ──> review ──apply──> applying ──> done
 *        ^                               │ ^──── stale: planned again ──┘ │
 *        └───────────── back ────────────┴───────────── close ───────────┘
 */
export type ReviewPhase = 'staged' | 'planning' | 'review' | 'applying' | 'done';

export interface Review {
  /** The workspace that all of this belongs to. */
  readonly workspaceId: string;
  readonly phase: ReviewPhase;
  /** The intents under review; null: all open ones. */
  readonly scope: readonly IntentId[] | null;
  readonly plan: Plan | null;
  /** The plan that this one took the place of: what differs is shown. */
  readonly previous: Plan | null;
  /** The plan that the decisions were made on: they outlive a look back at what is staged. */
  readonly decidedOn: Plan | null;
  /** By intent id. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Sendable steps that the admin leaves out of this run. */
  readonly leftOut: ReadonlySet<string>;
  readonly onRefusal: 'stop' | 'continue';
  readonly failure: Failure | null;
  readonly report: ApplyReport | null;
}

export const noReview: Review = {
  workspaceId: '',
  phase: 'staged',
  scope: null,
  plan: null,
  previous: null,
  decidedOn: null,
  decisions: {},
  leftOut: new Set(),
  onRefusal: 'continue',
  failure: null,
  report: null,
};

/** The review of the open workspace: it outlives the screen, so that one can look something up half-way. */
export const useReview = create<Review>(() => noReview);

import { z } from 'zod';
import { IntentId, RecordId } from '../domain/ids';
import { JsonValue } from '../domain/json';
import { FreshPlan, PlanStep } from '../domain/plan/plan-step';
import { WaveSizes } from '../domain/plan/waves';
import { Failure } from './failure';

export * from '../domain/plan/plan-step';

/** The admin's answer to a conflict. */
export const Resolution = z.discriminatedUnion('choose', [
  z.object({ choose: z.literal('mine') }),
  z.object({ choose: z.literal('theirs') }),
  z.object({ choose: z.literal('other'), value: JsonValue }),
]);
export type Resolution = z.infer<typeof Resolution>;

/** What an admin decides of a conflict; `later` leaves it out of the run, staged as it is. */
export const Decision = z.discriminatedUnion('choose', [
  ...Resolution.options,
  z.object({ choose: z.literal('later') }),
]);
export type Decision = z.infer<typeof Decision>;

/** An answer as far as it was thought out; without decision and text there is none. */
const answer = {
  decision: Decision.nullable(),
  /** A third value as it stands in its field, usable or not; null when none was begun. */
  typed: z.string().max(10_000).nullable(),
};

/** An answer to a conflict, kept until it is applied or withdrawn. */
export const KeptAnswer = z.object({
  ...answer,
  /** The conflict is another one by now: base, mine or theirs moved since it was answered. The decision is void. */
  moved: z.boolean(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

export const ConflictAnswer = z.object({
  intentId: IntentId,
  /** The three sides that the admin saw. */
  question: PlanStep.pick({ base: true, mine: true, theirs: true }),
  ...answer,
});
export type ConflictAnswer = z.infer<typeof ConflictAnswer>;

/** What the service showed once, for whoever sees the report: it is kept nowhere. Null where its answer was lost on the way. */
export const ShownSecret = z.object({ what: z.string(), label: z.string(), secret: z.string().nullable() });
export type ShownSecret = z.infer<typeof ShownSecret>;

export const Plan = FreshPlan.extend({
  /** Hash of the state it was made from: a plan whose hash has moved is never applied. */
  hash: z.string(),
  /** Answers that the admin gave before, by intent id; `apply` takes none but those it is asked with. */
  answers: z.record(z.string(), KeptAnswer),
  /** What was found done whose answer was lost, and with it what the service shows once. */
  lostSecrets: z.array(ShownSecret),
});
export type Plan = z.infer<typeof Plan>;

/** A run as it is put together: the steps that go, with the answers so far. */
export const BlastRequest = z.object({
  planHash: z.string(),
  resolutions: z.record(z.string(), Resolution),
  intentIds: z.array(IntentId),
});
export type BlastRequest = z.infer<typeof BlastRequest>;

export const ApplyRequest = z.object({
  planHash: z.string(),
  /** By intent id. A conflict without a resolution is not sent. */
  resolutions: z.record(z.string(), Resolution),
  /** Only these intents; all sendable ones when left out. */
  intentIds: z.array(IntentId).optional(),
  onRefusal: z.enum(['stop', 'continue']).default('continue'),
  /** One wave of customers after another, each only where the one before was clean; all at once when left out. */
  waves: z
    .object({
      sizes: WaveSizes,
      /** The customer that goes first; the plan's own choice when left out. */
      first: RecordId.optional(),
      /** The run ends after so many waves, and leaves the rest staged. */
      stopAfter: z.number().int().min(1).optional(),
      /** What happens behind a clean wave: the run waits for `resumeApply`, or goes on by itself. */
      between: z.enum(['ask', 'go-on']),
    })
    .optional(),
  /** Longest wait that the service may ask of a step, ms, ten minutes unless told; beyond it the step is left staged. */
  patienceMs: z.number().int().min(0).optional(),
});
export type ApplyRequest = z.infer<typeof ApplyRequest>;

/** What became of a wave. */
export const WaveReport = z.object({
  customers: z.array(z.object({ id: z.string(), name: z.string() })),
  steps: z.number().int(),
  applied: z.number().int(),
  alreadySo: z.number().int(),
  conflicts: z.number().int(),
  refused: z.number().int(),
  unknown: z.number().int(),
  left: z.number().int(),
  /** `clean`: the next one may follow. `stopped`: the run ended in it, or because of it. `not-sent`: it was not begun. */
  end: z.enum(['clean', 'stopped', 'not-sent']),
});
export type WaveReport = z.infer<typeof WaveReport>;

export const ApplyReport = z.object({
  applied: z.number().int(),
  alreadySo: z.number().int(),
  tookTheirs: z.number().int(),
  conflicts: z.number().int(),
  refused: z.number().int(),
  unknown: z.number().int(),
  /** Not sent: offline, blocked, paused or left out. */
  left: z.number().int(),
  secrets: z.array(ShownSecret),
  /** Wave by wave; empty for a run that sent all at once. */
  waves: z.array(WaveReport),
  /** Why the run ended early, or what the service asks to wait for, if it did. */
  stoppedBy: Failure.nullable(),
});
export type ApplyReport = z.infer<typeof ApplyReport>;

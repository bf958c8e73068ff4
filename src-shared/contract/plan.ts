import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { IntentId, RecordId } from '../domain/ids';
import { JsonValue } from '../domain/json';
import { Failure } from './failure';

/**
 * What the fresh read says of an intent.
 * `clean`: the service still holds the base. `merged`: it does, and other fields of the record changed meanwhile.
 * `no-op`: the service already holds the wanted value. `conflict`: the service holds a third value.
 * `refused`: the service would say no, for a reason known here. `blocked`: it depends on a step that cannot go.
 */
export const Verdict = z.enum(['clean', 'merged', 'no-op', 'conflict', 'refused', 'blocked']);
export type Verdict = z.infer<typeof Verdict>;

export const PlanStep = z.object({
  intentId: IntentId,
  entity: EntityName,
  recordId: RecordId,
  organizationId: z.string(),
  label: z.string(),
  verb: z.enum(['create', 'update', 'delete']),
  /** Field path; '' for creations and deletions. */
  field: z.string(),
  base: JsonValue,
  mine: JsonValue,
  theirs: JsonValue,
  verdict: Verdict,
  /** One sentence for verdicts other than clean. */
  reason: z.string(),
  /** The call that would be sent, e.g. `PATCH /organizations/org_1`. */
  call: z.string(),
  irreversible: z.boolean(),
  /** What of it cannot be taken back, one sentence; '' when all of it can. */
  lasting: z.string(),
  /** Intents that must be applied first. */
  dependsOn: z.array(IntentId),
});
export type PlanStep = z.infer<typeof PlanStep>;

/** Everybody who gains, or loses, the same permissions. People are counted once, in however many organizations they are. */
export const AccessGroup = z.object({
  change: z.enum(['gains', 'loses']),
  permissions: z.array(z.string()),
  people: z.number().int(),
  organizations: z.number().int(),
  /** It happens in every organization, not in those named. */
  everywhere: z.boolean(),
  /** The first organizations, with the first names. */
  places: z.array(
    z.object({
      organizationId: z.string(),
      organizationName: z.string(),
      people: z.number().int(),
      names: z.array(z.string()),
    }),
  ),
});
export type AccessGroup = z.infer<typeof AccessGroup>;

/** Who gains or loses what, and which limits are touched. Of a plan: if every step is applied that goes by itself. */
export const BlastRadius = z.object({
  access: z.array(
    z.object({
      organizationId: z.string(),
      organizationName: z.string(),
      permission: z.string(),
      change: z.enum(['gains', 'loses']),
      people: z.array(z.string()),
      /** People beyond those named; none when left out. */
      more: z.number().int().optional(),
    }),
  ),
  groups: z.array(AccessGroup),
  /** How many people gain or lose each permission anywhere, each once; the powerful ones first, then the most people. */
  permissions: z.array(
    z.object({
      permission: z.string(),
      change: z.enum(['gains', 'loses']),
      people: z.number().int(),
      powerful: z.boolean(),
    }),
  ),
  /** How many people gain something anywhere, and lose something anywhere: each once. */
  people: z.object({ gain: z.number().int(), lose: z.number().int() }),
  /** Config changes of applications, and how many people sign in there; null where it could not be counted. */
  policies: z.array(
    z.object({
      intentId: IntentId,
      applicationId: RecordId,
      label: z.string(),
      people: z.number().int().nullable(),
      /** It demands a second factor of everybody. */
      demandsSecondFactor: z.boolean(),
      /** Of a change that demands one: people who have none. */
      withoutSecondFactor: z.number().int().nullable(),
    }),
  ),
  seats: z.array(
    z.object({
      organizationId: z.string(),
      organizationName: z.string(),
      before: z.number().int(),
      after: z.number().int(),
      /** 0 means unlimited. */
      limit: z.number().int(),
    }),
  ),
  admins: z.array(
    z.object({
      organizationId: z.string(),
      organizationName: z.string(),
      before: z.number().int(),
      after: z.number().int(),
    }),
  ),
});
export type BlastRadius = z.infer<typeof BlastRadius>;

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

/** How long the calls of a plan take where the service's limits are kept to. */
export const PlanTime = z.object({
  ms: z.number().int(),
  /** The narrowest limit, as the end of a sentence: `the service takes 250 organization invitations an hour`; '' for none. */
  limit: z.string(),
});
export type PlanTime = z.infer<typeof PlanTime>;

export const Plan = z.object({
  /** Hash of the state it was made from: a plan whose hash has moved is never applied. */
  hash: z.string(),
  madeAt: z.number(),
  /** In the order of sending. */
  steps: z.array(PlanStep),
  blast: BlastRadius,
  /** Of the steps that go by themselves. */
  time: PlanTime,
  /** Requests that the service takes in any 10 s: what `planTime` needs for another choice of steps. */
  requestsPer10s: z.number().int(),
  /** Targets that could not be re-read, and why; their steps are left out of the run. */
  unread: z.array(z.object({ intentId: IntentId, failure: Failure })),
  /** Answers that the admin gave before, by intent id; `apply` takes none but those it is asked with. */
  answers: z.record(z.string(), KeptAnswer),
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
  /** Longest wait that the service may ask of a step, ms, ten minutes unless told; beyond it the step is left staged. */
  patienceMs: z.number().int().min(0).optional(),
});
export type ApplyRequest = z.infer<typeof ApplyRequest>;

export const ApplyReport = z.object({
  applied: z.number().int(),
  alreadySo: z.number().int(),
  tookTheirs: z.number().int(),
  conflicts: z.number().int(),
  refused: z.number().int(),
  unknown: z.number().int(),
  /** Not sent: offline, blocked, paused or left out. */
  left: z.number().int(),
  /** Why the run ended early, or what the service asks to wait for, if it did. */
  stoppedBy: Failure.nullable(),
});
export type ApplyReport = z.infer<typeof ApplyReport>;

import { z } from 'zod';
import { EntityName } from '../entity';
import { Failure } from '../failure';
import { IntentId, RecordId } from '../ids';
import { JsonValue } from '../json';
import { PlanUnit } from './waves';

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
  verb: z.enum(['create', 'update', 'delete', 'perform']),
  /** Field path, or the name of an act; '' for creations and deletions. */
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
  /** Applications that are deleted, and who is in them; null where it could not be counted. */
  closings: z.array(
    z.object({
      intentId: IntentId,
      applicationId: RecordId,
      label: z.string(),
      people: z.number().int().nullable(),
      organizations: z.number().int().nullable(),
    }),
  ),
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

/** How long the calls of a plan take where the service's limits are kept to. */
export const PlanTime = z.object({
  ms: z.number().int(),
  /** The narrowest limit, as the end of a sentence: `the service takes 250 organization invitations an hour`; '' for none. */
  limit: z.string(),
});
export type PlanTime = z.infer<typeof PlanTime>;

/** What is to be sent, in which order, and what it does to whom. */
export const FreshPlan = z.object({
  madeAt: z.number(),
  /** In the order of sending. */
  steps: z.array(PlanStep),
  blast: BlastRadius,
  /** Of the steps that go by themselves. */
  time: PlanTime,
  /** Requests that the service takes in any 10 s: what `planTime` needs for another choice of steps. */
  requestsPer10s: z.number().int(),
  /** What waves are made of, what risks least first; empty where no customer is touched. */
  units: z.array(PlanUnit),
  /** Targets that could not be re-read, and why; their steps are left out of the run. */
  unread: z.array(z.object({ intentId: IntentId, failure: Failure })),
});
export type FreshPlan = z.infer<typeof FreshPlan>;

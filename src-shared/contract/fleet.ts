import { z } from 'zod';
import { baseline } from '../domain/books/baseline';
import { Verdict, VerdictCounts } from '../domain/fleet/verdict';
import { ChangeSetId, RecordId } from '../domain/ids';
import { IntentDraft } from '../domain/intent';
import { JsonValue } from '../domain/json';
import { StageReport } from './stage-report';

/** A setting of an application, measured by its baseline. */
export const FleetCell = z.object({
  verdict: Verdict,
  expected: JsonValue,
  /** Left out where it is not known. */
  found: JsonValue.optional(),
  source: z.object({ id: z.string(), name: z.string(), level: baseline.value.shape.level }),
  /** Variables that are wanting. */
  missing: z.array(z.string()).optional(),
  /** What it will be after reconciling, and how that is. */
  staged: z.object({ value: JsonValue, verdict: Verdict }).optional(),
  /** The exception for it, whether it holds or not. */
  exception: z
    .object({
      id: z.string(),
      value: JsonValue,
      until: z.number().nullable(),
      reason: z.string(),
      /** Who answers for it, '' for nobody named. */
      by: z.string(),
    })
    .optional(),
});
export type FleetCell = z.infer<typeof FleetCell>;

/** Which applications; all conditions must hold. */
export const FleetQuery = z.object({
  /** Part of the name or the domain. */
  text: z.string().max(200).default(''),
  /** Id of a group of applications; '' for all. */
  group: z.string().default(''),
  /** Those with a setting that is one of these: of `path`, where that is given. */
  verdicts: z.array(Verdict).default([]),
  /** One setting, '' for any. */
  path: z.string().default(''),
  /** What the setting at `path` holds. */
  value: JsonValue.optional(),
  sort: z
    .object({ field: z.enum(['name', 'score']), direction: z.enum(['asc', 'desc']) })
    .default({ field: 'name', direction: 'asc' }),
  /** False: rows without their cells. */
  cells: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type FleetQuery = z.infer<typeof FleetQuery>;

/** One application; its cells stand in the order of `paths`, null where no baseline says anything. */
export const FleetRow = z.object({
  id: RecordId,
  name: z.string(),
  domain: z.string(),
  score: z.number().nullable(),
  counts: VerdictCounts,
  cells: z.array(FleetCell.nullable()),
});
export type FleetRow = z.infer<typeof FleetRow>;

export const FleetPage = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  paths: z.array(z.string()),
  rows: z.array(FleetRow),
});
export type FleetPage = z.infer<typeof FleetPage>;

export const FleetSummary = z.object({
  applications: z.number().int(),
  /** Of these, those with something that drifts. */
  drifting: z.number().int(),
  score: z.number().nullable(),
  counts: VerdictCounts,
  settings: z.array(
    z.object({
      path: z.string(),
      counts: VerdictCounts,
      /** What is held, the most frequent first: twelve at most. */
      values: z.array(z.object({ value: JsonValue, count: z.number().int() })),
    }),
  ),
});
export type FleetSummary = z.infer<typeof FleetSummary>;

/** When the value that is held now came to be; null: before the copy began. */
export const DriftSince = z.object({ at: z.number(), source: z.enum(['remote', 'local']) }).nullable();
export type DriftSince = z.infer<typeof DriftSince>;

const ApplicationSetting = z.object({ applicationId: RecordId, path: z.string() });

/** Settings with `config.` or without; applications by id, or by a name that no other has. What is neither is `not-found`. */
const givenBaseline = {
  /** Instead of the baselines that are kept: for all applications. */
  baseline: baseline.value.optional(),
  /** With it: variables by application. */
  variables: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Settings and applications that are left out. */
  ignore: z.array(z.string()).default([]),
};
export type BaselineGiven = z.output<z.ZodObject<typeof givenBaseline>>;

export const FleetDriftQuery = z.object({
  group: z.string().default(''),
  path: z.string().default(''),
  ...givenBaseline,
});

export const fleetOperations = {
  /** A page of the matrix of applications and settings. */
  fleetMatrix: { kind: 'read', input: FleetQuery, output: FleetPage },
  fleetSummary: { kind: 'read', input: z.object({}), output: FleetSummary },
  /** One setting of one application, with since when it is what it is; null where no baseline says anything. */
  fleetCell: {
    kind: 'read',
    input: ApplicationSetting,
    output: FleetCell.extend({ since: DriftSince }).nullable(),
  },
  /** Everything that drifts, and the score. A setting that nobody has and no schema names is `not-found`: it may be misspelt. */
  fleetDrift: {
    kind: 'read',
    input: FleetDriftQuery,
    output: z.object({
      deviations: z.array(
        z.object({
          applicationId: RecordId,
          name: z.string(),
          /** Without `config.`. */
          setting: z.string(),
          expected: JsonValue,
          found: JsonValue,
          verdict: Verdict,
          baseline: z.string(),
          since: z.number().nullable(),
          /** Who made it so: `here` by a run from this workspace, `service` by anybody else there; null: before the copy began. */
          by: z.enum(['here', 'service']).nullable(),
        }),
      ),
      score: z.number().nullable(),
      counts: VerdictCounts,
    }),
  },
  /** How the copied instance of an application differs from its other one, which is asked for that; nothing is kept. */
  compareInstances: {
    kind: 'read',
    input: z.object({ applicationId: RecordId }),
    output: z.object({
      applicationId: RecordId,
      name: z.string(),
      /** Of the copied instance, and of the other one. */
      environment: z.string(),
      twinEnvironment: z.string(),
      same: z.number().int(),
      /** Settings that one of the two keeps to itself, secrets above all. */
      unknown: z.number().int(),
      differences: z.array(
        z.object({
          /** Without `config.`. */
          setting: z.string(),
          held: JsonValue,
          twin: JsonValue,
          staged: JsonValue.optional(),
          /** To stage, so that it becomes as the other has it; null where it is staged, or a secret hides in it. */
          bring: IntentDraft.nullable(),
        }),
      ),
    }),
  },
  /** Stages what brings settings to their baseline, as one undo group. */
  bringToBaseline: {
    kind: 'write',
    input: z.object({
      applicationIds: z.union([z.literal('all'), z.array(RecordId).min(1).max(10_000)]),
      /** Only these settings; none: all. */
      paths: z.array(z.string()).default([]),
      /** Also what was accepted or is not paid for: chosen one by one, never in bulk. */
      oneByOne: z.boolean().default(false),
      changeSetId: ChangeSetId.optional(),
      /** Says how many it would be, and stages nothing. */
      preview: z.boolean().default(false),
      /** Refused (`invalid-input`) where anything is staged that asks for something else. */
      alone: z.boolean().default(false),
      ...givenBaseline,
    }),
    /**
     * `wanted`: how many settings; `already`: how many were staged before; `left`: what is other than the baseline and is left
     * alone, by why (what drifts is left where something else is staged); `rejectedOf`: whose what was rejected is, in its order.
     */
    output: StageReport.extend({
      wanted: z.number().int(),
      already: z.number().int(),
      left: VerdictCounts,
      rejectedOf: z.array(RecordId),
    }),
  },
} as const;

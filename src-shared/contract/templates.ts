import { z } from 'zod';
import { ChangeSetId, RecordId } from '../domain/ids';
import { changeOutcomes } from '../domain/templates/change-for-many';
import { textFields } from '../domain/templates/template-texts';
import { Failure } from './failure';
import { StageReport } from './stage-report';

/** Which template of every application. */
export const TemplateKey = z.object({ type: z.enum(['email', 'sms']), slug: z.string().min(1).max(100) });
export type TemplateKey = z.infer<typeof TemplateKey>;

const TemplateTexts = z.record(z.enum(textFields), z.string().max(200_000));

/**
 * How a customer's template stands to the wording that most have. `staged`: something is staged of it; `refused`: it was asked for and not
 * read, and no earlier copy is there; `not-read`: nobody asked yet.
 */
export const TemplateState = z.enum(['same', 'differs', 'staged', 'refused', 'not-read']);
export type TemplateState = z.infer<typeof TemplateState>;

const StateCounts = z.record(TemplateState, z.number().int());

export const TemplateFleetQuery = TemplateKey.extend({
  /** Part of the name or the domain of the application. */
  text: z.string().max(200).default(''),
  states: z.array(TemplateState).default([]),
  /** Only those with this wording, by its place. */
  version: z.number().int().optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type TemplateFleetQuery = z.output<typeof TemplateFleetQuery>;

export const TemplateFleetRow = z.object({
  applicationId: RecordId,
  /** Of the template; its row may not be there. */
  recordId: RecordId,
  name: z.string(),
  domain: z.string(),
  state: TemplateState,
  /** Place of its wording on the service among those of all, the most frequent first, from 0; null where it is not known. */
  version: z.number().int().nullable(),
  /** Fields in which it differs from the wording that most have. */
  differs: z.array(z.enum(textFields)),
  /** When it was asked for last, ms; 0 for never. */
  readAt: z.number(),
  failure: Failure.nullable(),
});
export type TemplateFleetRow = z.infer<typeof TemplateFleetRow>;

export const TemplateFleetPage = z.object({
  total: z.number().int(),
  offset: z.number().int(),
  counts: StateCounts,
  /** How many different wordings there are. */
  wordings: z.number().int(),
  /** Some of these, by how many have them; words of customers' own variables do not count. */
  versions: z.array(
    z.object({
      count: z.number().int(),
      /** One that has it. */
      applicationId: RecordId,
      texts: TemplateTexts,
    }),
  ),
  /** The service's own wording, as an application has it that never rewrote it; null where all that were read did. */
  untouched: z.object({ applicationId: RecordId, name: z.string(), texts: TemplateTexts }).nullable(),
  rows: z.array(TemplateFleetRow),
});
export type TemplateFleetPage = z.infer<typeof TemplateFleetPage>;

export const ManyOutcome = z.enum([...changeOutcomes, 'not-read']);
export type ManyOutcome = z.infer<typeof ManyOutcome>;

const ManyRow = z.object({
  applicationId: RecordId,
  name: z.string(),
  outcome: ManyOutcome,
  why: z.string(),
  collisions: z.array(
    z.object({ field: z.enum(textFields), base: z.string(), mine: z.string(), theirs: z.string() }),
  ),
});
export type ManyRow = z.infer<typeof ManyRow>;

const forMany = TemplateKey.extend({
  applicationIds: z.union([z.literal('all'), z.array(RecordId).min(1).max(10_000)]),
  changeSetId: ChangeSetId.optional(),
  /** Says what it would come to, and stages nothing. */
  preview: z.boolean().default(false),
});

/** `rejected`: what staging itself refused. */
const ofMany = StageReport.extend({
  rows: z.array(ManyRow),
  counts: z.record(ManyOutcome, z.number().int()),
});

export const templateOperations = {
  /** Every kind of template that some application has. */
  templateKinds: {
    kind: 'read',
    input: z.object({}),
    output: z.array(
      TemplateKey.extend({ name: z.string(), counts: StateCounts, versions: z.number().int() }),
    ),
  },
  /** One template over all applications. */
  templateFleet: { kind: 'read', input: TemplateFleetQuery, output: TemplateFleetPage },
  /** Asks the applications' own instances for their templates; their keys are read for that moment and kept nowhere. */
  readTemplates: {
    kind: 'write',
    again: true,
    input: z.object({ ids: z.array(RecordId).max(10_000).optional() }),
    output: z.object({
      read: z.number(),
      /** Each reason once, with the names of whom it concerns. */
      failed: z.array(z.object({ failure: Failure, names: z.array(z.string()) })),
    }),
  },
  /** The same change of one template for many: what customers changed themselves is kept where it can be, else nothing is staged for them. */
  changeTemplates: {
    kind: 'write',
    input: forMany.extend({
      /** Texts before the change, and only those that change after it; both with `[[variables]]` of customers. */
      before: TemplateTexts,
      after: z.partialRecord(z.enum(textFields), z.string().max(200_000)),
      /** Whose texts are told as they would be. */
      shown: RecordId.optional(),
    }),
    output: ofMany.extend({
      /** Of `shown`: its texts with the change; null where nothing would be staged for it. */
      shown: TemplateTexts.nullable(),
    }),
  },
  /** Gives one template of many back to the service's own wording; whoever has something staged of its words is left out. */
  revertTemplates: { kind: 'write', input: forMany, output: ofMany },
} as const;

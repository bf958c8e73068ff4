import { z } from 'zod';
import { copyForms } from '../domain/copy-as/copy-as';
import { EntityName } from '../domain/entity';
import { ChangeSetId, IntentId, RecordId } from '../domain/ids';
import { Intent, IntentDraft, IntentState } from '../domain/intent';
import { JsonObject } from '../domain/json';
import { accessOperations } from './access';
import { bookOperations } from './books';
import { changeSetOperations } from './change-sets';
import { customerOperations } from './customers';
import { deskOperations } from './desk';
import { findOperations } from './find';
import { findingOperations } from './findings';
import { fleetOperations } from './fleet';
import { fleetReviewOperations } from './fleet-reviews';
import { fourEyesOperations } from './four-eyes';
import { HistoryPart, HistoryQuery, historyOperations } from './history';
import { importOperations } from './import';
import { maintenanceOperations } from './maintenance';
import { overviewOperations } from './overview';
import { Condition, Facet, GroupQuery, Groups, Page, PageQuery, UnheldWord } from './page';
import { ApplyReport, ApplyRequest, BlastRadius, BlastRequest, ConflictAnswer, Plan } from './plan';
import { reviewOperations } from './reviews';
import { runOperations } from './runs';
import { StageReport } from './stage-report';
import { EngineStatus } from './status';
import { templateOperations } from './templates';
import { Undone, Withdrawn } from './undo';

const nothing = z.object({});

export interface Operation {
  readonly kind: 'read' | 'write';
  readonly again?: true;
  /** A write that a snapshot takes, too: it changes nothing that anybody edits, and asks no service. */
  readonly inSnapshots?: true;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** One record with what belongs to its page. */
export const RecordView = z.object({
  record: JsonObject.nullable(),
  extras: JsonObject,
  openIntents: z.array(Intent),
});
export type RecordView = z.infer<typeof RecordView>;

export const IntentQuery = z.object({
  states: z.array(IntentState).optional(),
  /** Only these, whatever their state. */
  ids: z.array(IntentId).max(20_000).optional(),
  changeSetId: ChangeSetId.optional(),
  limit: z.number().int().min(1).max(20_000).default(1_000),
});

const SetMembers = z.object({
  /** Of the role. */
  key: z.string(),
  memberships: z.number().int(),
  names: z.array(z.string()),
});
export type SetMembers = z.infer<typeof SetMembers>;

/**
 * Every operation the engine answers: decoded by zod on both ends of the port. A `read` changes nothing, or nothing that asking
 * again would change once more; a `write` says so itself where it may be asked `again`.
 */
export const operations = {
  ...changeSetOperations,
  ...historyOperations,
  ...runOperations,
  ...fourEyesOperations,
  ...maintenanceOperations,
  ...bookOperations,
  ...fleetOperations,
  ...fleetReviewOperations,
  ...customerOperations,
  ...deskOperations,
  ...accessOperations,
  ...findingOperations,
  ...templateOperations,
  ...findOperations,
  ...importOperations,
  ...reviewOperations,
  ...overviewOperations,
  status: { kind: 'read', input: nothing, output: EngineStatus },
  page: { kind: 'read', input: PageQuery, output: Page },
  facets: {
    kind: 'read',
    input: z.object({ query: PageQuery, field: z.string() }),
    output: z.array(Facet),
  },
  /** The slip in conditions that would select nothing without a word. */
  unheldWord: {
    kind: 'read',
    input: z.object({ entity: EntityName, where: z.array(Condition) }),
    output: UnheldWord.nullable(),
  },
  groups: { kind: 'read', input: GroupQuery, output: Groups },
  /** Paths inside of metadata that occur in the first rows of an entity, the most frequent first. */
  metadataPaths: {
    kind: 'read',
    input: z.object({ entity: EntityName }),
    output: z.array(z.object({ path: z.string(), count: z.number().int() })),
  },
  /** How many people hold each role, by role key: each once, in however many organizations they hold it. `scope`: in one organization, by its id. */
  peopleByRole: {
    kind: 'read',
    input: z.object({ scope: z.string().optional() }),
    output: z.array(Facet),
  },
  /** Who has which role in the organizations of a role set: those with the most members first, a few of them by name. */
  membersOfSet: { kind: 'read', input: z.object({ key: z.string() }), output: z.array(SetMembers) },
  record: { kind: 'read', input: z.object({ entity: EntityName, id: RecordId }), output: RecordView },
  /** Reads the list that belongs to a record: of what the service lists by its holder only, API keys. */
  readListOf: {
    kind: 'write',
    again: true,
    input: z.object({ entity: EntityName, of: RecordId }),
    output: z.object({ found: z.number().int() }),
  },
  /** When that list was read last, ms; 0 for never. */
  listReadAt: {
    kind: 'read',
    input: z.object({ entity: EntityName, of: RecordId }),
    output: z.object({ at: z.number() }),
  },
  stage: {
    kind: 'write',
    input: z.object({ drafts: z.array(IntentDraft).min(1).max(20_000), changeSetId: ChangeSetId.optional() }),
    output: StageReport,
  },
  intents: { kind: 'read', input: IntentQuery, output: z.array(Intent) },
  withdraw: {
    kind: 'write',
    input: z.object({ intentIds: z.array(IntentId).min(1) }),
    output: Withdrawn,
  },
  /**
   * Takes back the undo group that is named (`gesture` of its intents), or the latest of the window that asks. Expected failures:
   * `not-found`, where it was applied or taken back meanwhile; `busy`; `conflict`, where something was staged on it since.
   */
  undo: { kind: 'write', input: z.object({ group: z.string().optional() }), output: Undone },
  redo: { kind: 'write', input: nothing, output: Undone },
  /** Whether something of an undo group can still be taken back: false once it was applied, taken back or replaced. */
  canUndo: { kind: 'read', input: z.object({ group: z.string() }), output: z.object({ can: z.boolean() }) },
  plan: { kind: 'read', input: z.object({ intentIds: z.array(IntentId).optional() }), output: Plan },
  /** Open changes as a script of calls, the keys left as variables: these in their order, or all of them. Secrets are left out. */
  writtenCalls: {
    kind: 'read',
    input: z.object({ intentIds: z.array(IntentId).max(20_000).optional(), form: z.enum(copyForms) }),
    output: z.object({ text: z.string(), changes: z.number().int() }),
  },
  /** What a run of the plan made last would do, conflicts as decided so far. Expected failure: `stale-plan`. */
  blastOfRun: { kind: 'read', input: BlastRequest, output: BlastRadius },
  /** Keeps what the admin thinks of conflicts, across crashes and restarts; the next plan tells it again. */
  answerConflicts: {
    kind: 'write',
    again: true,
    input: z.object({ answers: z.array(ConflictAnswer).max(20_000) }),
    output: nothing,
  },
  apply: { kind: 'write', input: ApplyRequest, output: ApplyReport },
  /** The report of a run has arrived: until this is said, the next plan tells what the service showed once as lost. */
  secretsTaken: { kind: 'write', again: true, input: nothing, output: nothing },
  /** Off by default. On, each complete sweep is followed by the clean steps of low risk: names, logos, branding. */
  setAutoReconcile: { kind: 'write', input: z.object({ on: z.boolean() }), output: nothing },
  /** The run that `status.push` shows: held before its next step, let on, or ended with the rest still staged. */
  pauseApply: { kind: 'write', input: nothing, output: nothing },
  /** Past the border behind a wave only where the run is held at the one that is named, from 0. */
  resumeApply: { kind: 'write', input: z.object({ wave: z.number().int().optional() }), output: nothing },
  cancelApply: { kind: 'write', input: nothing, output: nothing },
  history: { kind: 'read', input: HistoryQuery, output: HistoryPart },
  startSync: { kind: 'write', input: nothing, output: nothing },
  pauseSync: { kind: 'write', input: nothing, output: nothing },
  resumeSync: { kind: 'write', input: nothing, output: nothing },
  workOffline: { kind: 'write', input: z.object({ on: z.boolean() }), output: nothing },
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type InputOf<O extends OperationName> = z.input<Operations[O]['input']>;
export type DecodedInputOf<O extends OperationName> = z.output<Operations[O]['input']>;
export type OutputOf<O extends OperationName> = z.output<Operations[O]['output']>;

/** Whether an operation may be asked again of an engine that was started anew: nobody knows what became of the first time. */
export function mayAskAgain(name: OperationName): boolean {
  const { kind, again }: Operation = operations[name];
  return kind === 'read' || again === true;
}

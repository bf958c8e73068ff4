import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { ChangeSetId, IntentId, RecordId } from '../domain/ids';
import { IntentState } from '../domain/intent';
import { InverseReport } from './change-sets';
import { ApplyReport } from './plan';

/** What a run came to, as it is kept: what the service showed once is not in it. */
const KeptReport = ApplyReport.omit({ secrets: true });

/** A run that sent changes to the service. */
export const KeptRun = z.object({
  id: z.string(),
  /** ms. */
  startedAt: z.number(),
  /** ms; null while it runs. Of one that broke off: when that was noticed. */
  endedAt: z.number().nullable(),
  /** As undo names changes: `Role of 12 members`. */
  title: z.string(),
  /** Change sets that it sent changes of, as they were called then; the largest part first. */
  sets: z.array(z.object({ id: ChangeSetId, title: z.string(), ticket: z.string(), changes: z.number() })),
  /** Changes that it was to send. */
  changes: z.number().int(),
  /** Null while it runs, and for one that broke off with Tenantry. */
  report: KeptReport.nullable(),
});
export type KeptRun = z.infer<typeof KeptRun>;

/** A change that a run did not bring home, and why. */
const RunTrouble = z.object({
  intentId: IntentId,
  entity: EntityName,
  recordId: RecordId,
  /** '' for what belongs to none. */
  organizationId: z.string(),
  label: z.string(),
  state: IntentState,
  /** As the service or the plan said it; '' where nothing was said. */
  message: z.string(),
});
export type RunTrouble = z.infer<typeof RunTrouble>;

/** A run with what it did not bring home; of more than 200 changes the first ones. */
export const RunDetail = z.object({ run: KeptRun, trouble: z.array(RunTrouble), troubleTotal: z.number() });
export type RunDetail = z.infer<typeof RunDetail>;

const id = z.string().min(1);

export const runOperations = {
  /** The latest first; the last 1,000 are kept. */
  runs: { kind: 'read', input: z.object({}), output: z.array(KeptRun) },
  /** Expected failure: `not-found`. */
  run: { kind: 'read', input: z.object({ id }), output: RunDetail },
  /** Stages the opposite of all that a run applied, as a change set of its own. Expected failures: `not-found`, `busy` while it runs. */
  stageRunInverse: { kind: 'write', input: z.object({ id }), output: InverseReport },
} as const;

import { Activity } from '@shared/contract/activity';
import { DoctorCheck } from '@shared/contract/doctor';
import { ExportReport, ExportRequest } from '@shared/contract/export';
import { Failure } from '@shared/contract/failure';
import { PoolReview, PoolReviewOrder } from '@shared/contract/fleet-reviews';
import { BackupReport, IntegrityReport, Salvaged } from '@shared/contract/maintenance';
import { PoolBudget, PoolCopied } from '@shared/contract/pool-copies';
import { PoolCount, PoolHits } from '@shared/contract/pool-hits';
import { SavedEdits } from '@shared/contract/rescue';
import { SnapshotFacts, SnapshotOrder, SnapshotReport } from '@shared/contract/snapshot';
import { EngineStatus } from '@shared/contract/status';
import { WorkspaceId } from '@shared/domain/ids';
import { HandedLimits } from '@shared/domain/limits/handed-over';
import { Scenario } from '@shared/domain/scenario';
import { ServiceName } from '@shared/domain/services';
import { z } from 'zod';

/** What an engine process needs to open its workspace. Goes by message only: arguments and environment are public. */
export const EngineStart = z.object({
  directory: z.string(),
  databaseKey: z.string(),
  apiKey: z.string(),
  platformToken: z.string().optional(),
  url: z.string(),
  workspace: z.object({
    id: WorkspaceId,
    name: z.string(),
    scenario: Scenario,
    snapshot: SnapshotFacts.optional(),
    service: ServiceName.optional(),
  }),
  limits: HandedLimits.nullable().optional(),
});
export type EngineStart = Readonly<z.infer<typeof EngineStart>>;

/** What a process needs to restore a backup into a folder. */
export const RestoreStart = z.object({ directory: z.string(), from: z.string(), key: z.string() });
export type RestoreStart = Readonly<z.infer<typeof RestoreStart>>;

/** What a process needs to make a snapshot of a backup, which `key` opens. */
export const SnapshotStart = z.object({
  from: z.string(),
  key: z.string(),
  to: z.string(),
  order: SnapshotOrder,
});
export type SnapshotStart = Readonly<z.infer<typeof SnapshotStart>>;

/** What a process needs to work on the files of a closed workspace. */
export const RescueStart = EngineStart.pick({ directory: true, databaseKey: true });
export type RescueStart = Readonly<z.infer<typeof RescueStart>>;

/** From main to an engine process. A `port` message carries one MessagePort to a window. */
export const ToEngineProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), start: EngineStart }),
  z.object({ kind: z.literal('port') }),
  z.object({ kind: z.literal('backUp'), id: z.number().int(), to: z.string(), label: z.string() }),
  z.object({ kind: z.literal('snapshot'), start: SnapshotStart }),
  z.object({ kind: z.literal('export'), id: z.number().int(), to: z.string(), request: ExportRequest }),
  z.object({ kind: z.literal('tryKey'), id: z.number().int(), apiKey: z.string() }),
  z.object({ kind: z.literal('tryPlatformToken'), id: z.number().int(), token: z.string() }),
  z.object({ kind: z.literal('restore'), start: RestoreStart }),
  z.object({ kind: z.literal('find'), start: EngineStart, text: z.string() }),
  z.object({ kind: z.literal('count'), start: EngineStart, path: z.string() }),
  z.object({ kind: z.literal('review'), start: EngineStart, order: PoolReviewOrder }),
  z.object({
    kind: z.literal('examine'),
    id: z.number().int(),
    /** Of a workspace that is closed; left out where this process has it open. */
    start: EngineStart.optional(),
    snapshot: z.boolean(),
  }),
  z.object({ kind: z.literal('look'), start: RescueStart }),
  z.object({ kind: z.literal('saveEdits'), start: RescueStart, to: z.string() }),
  z.object({ kind: z.literal('salvage'), start: RescueStart }),
  z.object({ kind: z.literal('copyPool'), start: EngineStart, budget: PoolBudget }),
  z.object({ kind: z.literal('isSending'), id: z.number().int() }),
  z.object({ kind: z.literal('isLeftAlone'), id: z.number().int() }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToEngineProcess = z.infer<typeof ToEngineProcess>;

const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: Failure }),
  ]);

const RestoredFiles = z.object({
  madeAt: z.number(),
  pages: z.number(),
  records: z.number(),
  openIntents: z.number(),
});

/**
 * From an engine process to main. `backedUp`, `exported` and `triedKey` answer the `backUp`, the `export`, and the `tryKey` or `tryPlatformToken`, of the
 * same id; `sends` an `isSending`; `isAlone` an `isLeftAlone`; `examined` an `examine`, behind a `checked` for each check: where the engine stands.
 */
export const FromEngineProcess = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('activity'), activity: Activity }),
  z.object({ kind: z.literal('failed'), failure: Failure }),
  z.object({ kind: z.literal('restoring'), fraction: z.number() }),
  z.object({ kind: z.literal('restored'), result: resultOf(RestoredFiles) }),
  z.object({ kind: z.literal('found'), result: resultOf(PoolHits) }),
  z.object({ kind: z.literal('counted'), result: resultOf(PoolCount) }),
  z.object({ kind: z.literal('reviewed'), result: resultOf(PoolReview) }),
  z.object({ kind: z.literal('copyingPool'), took: PoolCopied.pick({ calls: true, bytes: true }) }),
  z.object({ kind: z.literal('poolCopied'), result: PoolCopied }),
  z.object({ kind: z.literal('triedKey'), id: z.number().int(), result: resultOf(z.null()) }),
  z.object({ kind: z.literal('sends'), id: z.number().int(), result: resultOf(z.boolean()) }),
  z.object({ kind: z.literal('isAlone'), id: z.number().int(), result: resultOf(z.boolean()) }),
  z.object({ kind: z.literal('exported'), id: z.number().int(), result: resultOf(ExportReport) }),
  z.object({ kind: z.literal('checked'), id: z.number().int(), check: DoctorCheck }),
  z.object({ kind: z.literal('examined'), id: z.number().int(), result: resultOf(EngineStatus.nullable()) }),
  z.object({ kind: z.literal('looked'), result: resultOf(IntegrityReport) }),
  z.object({ kind: z.literal('savedEdits'), result: resultOf(SavedEdits) }),
  z.object({ kind: z.literal('salvaged'), result: resultOf(Salvaged) }),
  z.object({ kind: z.literal('copied'), result: resultOf(SnapshotReport) }),
  z.object({ kind: z.literal('backedUp'), id: z.number().int(), result: resultOf(BackupReport) }),
]);
export type FromEngineProcess = z.infer<typeof FromEngineProcess>;

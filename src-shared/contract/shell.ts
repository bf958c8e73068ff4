import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { Scenario } from '../domain/scenario';
import { NamedService } from '../domain/services';
import { DoctorCheck } from './doctor';
import { ExportReport, ExportRequest } from './export';
import { Failure } from './failure';
import { guardCalls, Locked } from './guard';
import { BackupReport } from './maintenance';
import { Place } from './place-link';
import { PoolBudget, PoolCopyInfo, PoolCopyRun } from './pool-copies';
import { PoolCount, PoolHits } from './pool-hits';
import { preferenceCalls } from './preferences';
import { rescueCalls } from './rescue';
import { SnapshotFacts, SnapshotReport } from './snapshot';
import { UpdatesView, updateCalls } from './updates';

/** A workspace as the switcher shows it. The API secret is never part of it. */
export const WorkspaceInfo = z.object({
  id: WorkspaceId,
  name: z.string(),
  scenario: Scenario,
  /** `sandbox`: an embedded, seeded identity service; `remote`: a real instance; `snapshot`: a read-only copy without a key. */
  kind: z.enum(['sandbox', 'remote', 'snapshot']),
  environment: z.enum(['sandbox', 'development', 'production']),
  url: z.string(),
  /** How the database key is kept. */
  protection: z.enum(['keyring', 'passphrase', 'profile']),
  createdAt: z.number(),
  /** Set for the user pool of one application, opened from its platform's workspace. */
  platform: z.object({ workspaceId: WorkspaceId, applicationId: z.string() }).optional(),
  /** Set for a snapshot. */
  snapshot: SnapshotFacts.optional(),
  /** Set where it is another service than Clerk. */
  service: NamedService.optional(),
});
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>;

/** Where the engine of the open workspace stands. A stopped engine leaves the window alive. */
export const EngineState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('starting'), workspaceId: WorkspaceId }),
  z.object({ kind: z.literal('ready'), workspaceId: WorkspaceId, restarts: z.number().int() }),
  z.object({ kind: z.literal('failed'), workspaceId: WorkspaceId, failure: Failure }),
]);
export type EngineState = z.infer<typeof EngineState>;

export const ShellInfo = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  /** False when the platform offers no real keyring (`basic_text`): a passphrase is needed. */
  keyring: z.boolean(),
  /** How the system writes dates, times and numbers: `de-AT`. */
  locale: z.string().optional(),
});
export type ShellInfo = z.infer<typeof ShellInfo>;

/** What a backup says of itself before it is unlocked. */
export const ChosenBackup = z.object({
  fileName: z.string(),
  name: z.string(),
  url: z.string(),
  environment: WorkspaceInfo.shape.environment,
  /** Ms since 1970. */
  madeAt: z.number(),
  /** A read-only copy, and no backup. */
  snapshot: SnapshotFacts.nullable(),
});
export type ChosenBackup = z.infer<typeof ChosenBackup>;

/** A folder with a workspace that cannot be opened as it is. */
export const BrokenWorkspace = z.object({ folder: z.string(), failure: Failure });
export type BrokenWorkspace = z.infer<typeof BrokenWorkspace>;

const id = z.object({ id: WorkspaceId });
const nothing = z.object({});

/** The sandbox's own switches, for trying the app under bad weather. */
export const SandboxSwitch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('down') }),
  z.object({ kind: z.literal('up') }),
  z.object({ kind: z.literal('latency'), ms: z.number().int().min(0).max(60_000) }),
]);
export type SandboxSwitch = z.infer<typeof SandboxSwitch>;

/** Every call the preload offers to the window: schema on both ends, sender checked in main. */
export const shellCalls = {
  ...guardCalls,
  ...preferenceCalls,
  ...rescueCalls,
  ...updateCalls,
  info: { input: nothing, output: ShellInfo },
  workspaces: { input: nothing, output: z.array(WorkspaceInfo) },
  brokenWorkspaces: { input: nothing, output: z.array(BrokenWorkspace) },
  createSandbox: {
    input: z.object({ scenario: Scenario, passphrase: z.string().max(1_000).optional() }),
    output: WorkspaceInfo,
  },
  connect: {
    input: z.object({
      name: z.string().trim().min(1).max(100),
      url: z.url(),
      apiKey: z.string().trim().min(1).max(500),
      /** Opens policies and branding of the instance's application as well. */
      platformToken: z.string().trim().min(1).max(500).optional(),
      scenario: Scenario,
      passphrase: z.string().max(1_000).optional(),
    }),
    output: WorkspaceInfo,
  },
  open: {
    input: z.object({ id: WorkspaceId, passphrase: z.string().max(1_000).optional() }),
    output: WorkspaceInfo,
  },
  close: { input: nothing, output: nothing },
  forget: { input: id, output: nothing },
  replaceApiKey: {
    input: z.object({
      id: WorkspaceId,
      apiKey: z.string().trim().min(1).max(500),
      passphrase: z.string().optional(),
    }),
    output: nothing,
  },
  /** Of the open workspace: a Platform token beside its key; null takes it out. A sandbox puts its own in. */
  setPlatformToken: {
    input: z.object({
      id: WorkspaceId,
      token: z.string().trim().min(1).max(500).nullable(),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: nothing,
  },
  /** Of a workspace that a passphrase protects. */
  changePassphrase: {
    input: z.object({
      id: WorkspaceId,
      passphrase: z.string().max(1_000),
      next: z.string().max(1_000),
    }),
    output: nothing,
  },
  engineState: { input: nothing, output: EngineState },
  sandboxSwitch: { input: SandboxSwitch, output: nothing },
  /**
   * Opens the user pool of an application of the open platform workspace, as a workspace of its own: made at the first
   * time, with the key that the platform gives for it.
   */
  openApplication: {
    input: z.object({
      applicationId: z.string().min(1).max(200),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: WorkspaceInfo,
  },
  /** Looks for a person in one copied pool of the open platform; that pool's passphrase where it has one. */
  searchPool: {
    input: z.object({
      id: WorkspaceId,
      text: z.string().trim().min(1).max(500),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolHits,
  },
  /** Whom a setting (its path) meets in one copied pool of the open platform; likewise. */
  countPool: {
    input: z.object({
      id: WorkspaceId,
      path: z.string().max(300),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolCount,
  },
  /** Copies of pools of the open platform, and where the last run over them stands; null where there was none. */
  poolCopies: {
    input: nothing,
    output: z.object({ run: PoolCopyRun.nullable(), copies: z.array(PoolCopyInfo).readonly() }),
  },
  /**
   * Copies the pools of applications of the open platform in the background, one after the other, those that lack first. The passphrase
   * is for new copies, and opens those that have one.
   */
  copyPools: {
    input: z.object({
      applicationIds: z.array(z.string().min(1).max(200)).min(1).max(10_000),
      budget: PoolBudget,
      passphrase: z.string().max(1_000).optional(),
    }),
    output: PoolCopyRun,
  },
  /** Goes on with the run that was stopped, within what is left of its budget. */
  goOnCopying: { input: z.object({ passphrase: z.string().max(1_000).optional() }), output: PoolCopyRun },
  /** Stops it: what is begun goes on the next time. */
  stopCopying: { input: nothing, output: nothing },
  /** Asks where to save a text, and writes it there. `path` is null when the admin thought better of it. */
  saveText: {
    input: z.object({
      /** Suggested; a bare name. */
      fileName: z.string().regex(/^[^/\\\0]{1,150}$/),
      text: z.string().max(100_000_000),
    }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** Asks where to save a document as PDF, and prints it there: HTML without script and network. `path` as of `saveText`. */
  savePdf: {
    input: z.object({
      fileName: z.string().regex(/^[^/\\\0]{1,150}$/),
      html: z.string().max(100_000_000),
    }),
    output: z.object({ path: z.string().nullable() }),
  },
  /**
   * Asks where to save a backup of the open workspace, and makes it there; `report` is null when the admin thought
   * better of it. The workspace's own passphrase opens it later, or this one where it has none.
   */
  backUp: {
    input: z.object({ passphrase: z.string().max(1_000).optional() }),
    output: z.object({ report: BackupReport.nullable() }),
  },
  /** Asks where to save a snapshot of the open workspace, and makes it there, under a passphrase of its own; `report` is null likewise. */
  makeSnapshot: {
    input: SnapshotFacts.pick({ expiresAt: true, organization: true }).extend({
      passphrase: z.string().max(1_000),
    }),
    output: z.object({ report: SnapshotReport.nullable() }),
  },
  /** Asks where to save rows of a table of the open workspace, and has its engine write them there; `saved` is null when nowhere. */
  exportTable: {
    input: z.object({ request: ExportRequest, /** What the file is called. */ name: z.string().max(100) }),
    output: z.object({ saved: ExportReport.extend({ path: z.string() }).nullable() }),
  },
  /**
   * Examines a workspace, or this machine; `examined` tells each check as it is made, under the name that the window gave this
   * `run`. A closed one that a passphrase protects needs it.
   */
  examine: {
    input: z.object({
      run: z.string().max(40),
      id: WorkspaceId.optional(),
      passphrase: z.string().max(1_000).optional(),
    }),
    output: nothing,
  },
  /**
   * Asks where to save what the examination `run` found, for somebody else, and writes it there as a zip; only the last one's is kept.
   * `path` as of `saveText`; `files`: all that is in it, texts by name.
   */
  saveReport: {
    input: z.object({ run: z.string().max(40) }),
    output: z.object({ path: z.string().nullable(), files: z.record(z.string(), z.string()) }),
  },
  /** Asks for a backup; null when none was chosen. With `instead` it may be one of that workspace, which is on this machine and damaged. */
  chooseBackup: {
    input: z.object({ instead: WorkspaceId.optional() }),
    output: z.object({ backup: ChosenBackup.nullable() }),
  },
  /** Makes the backup chosen last a workspace of this machine, and opens it; a damaged one that it replaces is kept in a folder of its own. */
  restoreBackup: { input: z.object({ passphrase: z.string().max(1_000) }), output: WorkspaceInfo },
  /** The place that a link leads to which came from the system; null when none waits. Each is given once. */
  takeLink: { input: nothing, output: z.object({ place: Place.nullable() }) },
  /** Prints the window by the system's own dialog; `printed` is false when the admin thought better of it. */
  print: { input: nothing, output: z.object({ printed: z.boolean() }) },
  /** Removes the window's own databases with their files, where deleted rows stay readable for long. */
  wipeWindowDatabases: { input: nothing, output: nothing },
  openExternal: { input: z.object({ url: z.url({ protocol: /^https$/ }) }), output: nothing },
  /** A document that is looked at in a frame of its own, without script and network; its address works for a while. */
  showPreview: {
    input: z.object({ html: z.string().max(1_000_000) }),
    output: z.object({ url: z.string() }),
  },
  /** Opens one more window on the open workspace. */
  newWindow: { input: nothing, output: nothing },
  /** Says which commands apply at present: the menu greys out the others while that window is in front. */
  showCommands: { input: z.object({ apply: z.array(z.string().max(100)).max(500) }), output: nothing },
} as const;

export type ShellCalls = typeof shellCalls;
export type ShellCallName = keyof ShellCalls;
export type ShellInputOf<C extends ShellCallName> = z.input<ShellCalls[C]['input']>;
export type ShellOutputOf<C extends ShellCallName> = z.output<ShellCalls[C]['output']>;

/** Events that main pushes to the window, by name. */
export const shellEvents = {
  engineState: EngineState,
  locked: Locked,
  /** How much of the backup that is being restored was read. */
  restoring: z.object({ fraction: z.number().min(0).max(1) }),
  /** A link came from the system: `takeLink` gives it. */
  link: nothing,
  examined: z.object({ run: z.string(), check: DoctorCheck }),
  /** Where updates stand, at every step. */
  updates: UpdatesView,
  /** Where the copying of pools stands, at every step of it. */
  poolCopies: PoolCopyRun,
  /** A menu item or shortcut that the window carries out. */
  command: z.object({ id: z.string() }),
} as const;
export type ShellEvents = typeof shellEvents;
export type ShellEventName = keyof ShellEvents;

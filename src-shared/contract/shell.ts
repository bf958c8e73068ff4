import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { DoctorCheck } from './doctor';
import { Failure } from './failure';
import { fileCalls } from './file-calls';
import { guardCalls, Locked } from './guard';
import { Place } from './place-link';
import { poolCalls } from './pool-calls';
import { PoolCopyRun } from './pool-copies';
import { preferenceCalls } from './preferences';
import { proxyCalls, proxyEvents } from './proxy-calls';
import { rescueCalls } from './rescue';
import { UpdatesView, updateCalls } from './updates';
import { workspaceCalls } from './workspace-calls';
import { EngineState } from './workspace-info';

export const ShellInfo = z.object({
  version: z.string(),
  electron: z.string(),
  platform: z.string(),
  /** False when the platform offers no real keyring (`basic_text`): a passphrase is needed. */
  keyring: z.boolean(),
  /** How the system writes dates, times and numbers: `de-AT`. */
  locale: z.string().optional(),
  /** Why it is not known which workspaces were opened last: they are in no such order then. Null where it is. */
  recentUnread: Failure.nullable(),
});
export type ShellInfo = z.infer<typeof ShellInfo>;

const nothing = z.object({});

/** Every call the preload offers to the window: schema on both ends, sender checked in main. */
export const shellCalls = {
  ...fileCalls,
  ...guardCalls,
  ...poolCalls,
  ...preferenceCalls,
  ...proxyCalls,
  ...rescueCalls,
  ...updateCalls,
  ...workspaceCalls,
  info: { input: nothing, output: ShellInfo },
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
  /** The place that a link leads to which came from the system; null when none waits. Each is given once. */
  takeLink: { input: nothing, output: z.object({ place: Place.nullable() }) },
  /**
   * Where this window was when the app was left with the workspace that it has just opened, as `location.hash` has it; '' where it goes as
   * usual. The other windows of that time come back with it.
   */
  placeLeft: { input: nothing, output: z.object({ hash: z.string(), scope: z.string() }) },
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
  /** Opens one more window on the open workspace; with a place, shows that where its workspace is open, else in a window of its own. */
  newWindow: { input: z.object({ place: Place.optional() }), output: nothing },
  /** Says which commands apply at present: the menu greys out the others while that window is in front. */
  showCommands: { input: z.object({ apply: z.array(z.string().max(100)).max(500) }), output: nothing },
} as const;

export type ShellCalls = typeof shellCalls;
export type ShellCallName = keyof ShellCalls;
export type ShellInputOf<C extends ShellCallName> = z.input<ShellCalls[C]['input']>;
export type ShellOutputOf<C extends ShellCallName> = z.output<ShellCalls[C]['output']>;

/** Events that main pushes to the window, by name. */
export const shellEvents = {
  ...proxyEvents,
  engineState: EngineState,
  locked: Locked,
  /** How much of the backup that is being restored was read. */
  restoring: z.object({ fraction: z.number().min(0).max(1) }),
  /** Other workspaces are open in the windows of this app than before: `workspaces` tells which. */
  openChanged: nothing,
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

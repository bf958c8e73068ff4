import { join } from 'node:path';
import type { Tell } from '@main/doctor/checks';
import type { Report } from '@main/doctor/make-report';
import type { ExportReport, ExportRequest } from '@shared/contract/export';
import { type Result, success } from '@shared/contract/failure';
import type { BackupReport } from '@shared/contract/maintenance';
import type { PoolCopyRun } from '@shared/contract/pool-copies';
import type { ShellCalls } from '@shared/contract/shell';
import type { SnapshotReport } from '@shared/contract/snapshot';
import type { SandboxSwitch, SandboxWeather } from '@shared/contract/workspace-calls';
import type {
  BrokenWorkspace,
  ChosenBackup,
  EngineState,
  OpenedInfo,
  WorkspaceInfo,
} from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import type { Scenario } from '@shared/domain/scenario';
import { createQueue } from '@shared/queue';
import type { z } from 'zod';
import { forgetWorkspace } from '../../workspace/forget-workspace';
import type { WindowsKeeper } from '../../workspace/kept-windows';
import { listWorkspaces } from '../../workspace/list-workspaces';
import type { ProxyKeeper } from '../../workspace/proxy-logins';
import { readWorkspace } from '../../workspace/read-workspace';
import type { Keyring } from '../../workspace/vault/keyring';
import { createBackupRestorer } from './backup-restorer';
import { connectedTo } from './connected-to';
import { createExaminer, type ToExamine } from './create-examiner';
import { createSandbox } from './create-sandbox';
import { createCurrentWorkspace } from './current-workspace';
import type { Elsewhere, OpenKeys } from './elsewhere';
import { createLockChanger } from './lock-changer';
import { noneOpen, noSandbox } from './nothing-open';
import { createApplicationOpener } from './open-application';
import { createPools, type Pools } from './open-pools';
import type { AskWhere, ProcessParts, WantedSnapshot } from './opened-workspace';
import { type RescueOpened, rescueOpened } from './rescue-opened';

type Input<C extends keyof ShellCalls> = z.output<ShellCalls[C]['input']>;

export interface SessionParts extends ProcessParts {
  /** The folder that holds a folder for each workspace. */
  readonly root: string;
  readonly keyring: Keyring | null;
  /** Of this program. */
  readonly version: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** How much of a backup that is being restored was read, 0 to 1. */
  readonly onRestoring: (fraction: number) => void;
  readonly onPoolCopies: (run: PoolCopyRun) => void;
  readonly elsewhere: Elsewhere;
}

/** The workspaces of this profile, of which one at a time is open here: in one group of windows. */
export interface WorkspaceSession {
  /** Those that other windows have open say so. */
  list(): Promise<Result<OpenedInfo[]>>;
  /** Folders whose workspace cannot be opened. */
  listBroken(): Promise<Result<BrokenWorkspace[]>>;
  /** Makes and opens a sandbox workspace. */
  createSandbox(input: Input<'createSandbox'>): Promise<Result<WorkspaceInfo>>;
  /** Makes and opens a workspace on a real instance. */
  connect(input: Input<'connect'>): Promise<Result<WorkspaceInfo>>;
  /** Opens the user pool of an application of the open platform, in a workspace of its own. */
  openApplication(input: Input<'openApplication'>): Promise<Result<OpenedInfo>>;
  /**
   * Opens a workspace and closes the one before; an engine that gave up starts anew. One that other windows have open is shown there, and
   * nothing changes here.
   */
  open(input: Input<'open'>): Promise<Result<OpenedInfo>>;
  readonly pools: Pools;
  close(): Promise<void>;
  /** The open workspace, if it asks for a passphrase when it opens. */
  lockable(): WorkspaceId | null;
  /** The open workspace, if it is a snapshot that has ended by then (ms). */
  ended(now: number): WorkspaceId | null;
  /** Closes it, its keys with it; false where another is open by now, or something runs that must not be cut. */
  lock(id: WorkspaceId): Promise<boolean>;
  /** The one that was locked here, or that its windows were made for, until another is opened or it is left: it waits to be opened. */
  locked(): WorkspaceId | null;
  /** Its windows are made for this one. */
  waitFor(id: WorkspaceId): void;
  /** Whether something runs in the open workspace that must not be cut. */
  isBusy(): Promise<boolean>;
  /** Whether anybody may be asked: not with a snapshot open, or where somebody works offline by choice. */
  mayAsk(): Promise<boolean>;
  forget(id: WorkspaceId): Promise<Result<null>>;
  readonly keys: OpenKeys;
  /** Puts a Platform token beside the key of the open workspace, or takes it out. */
  setPlatformToken(input: Input<'setPlatformToken'>): Promise<Result<null>>;
  changePassphrase(input: Input<'changePassphrase'>): Promise<Result<null>>;
  /** A backup of the open workspace; null when no place for it was chosen. */
  backUp(passphrase: string, ask: AskWhere): Promise<Result<BackupReport | null>>;
  /** A snapshot of the open workspace; null when no place for it was chosen. */
  snapshot(wanted: WantedSnapshot, ask: AskWhere): Promise<Result<SnapshotReport | null>>;
  /** Rows of a table of the open workspace as a file; null when no place for it was chosen. */
  exportTable(
    request: ExportRequest,
    name: string,
    ask: AskWhere,
  ): Promise<Result<(ExportReport & { readonly path: string }) | null>>;
  /** Examines a workspace, or this machine, under a name: each check is told as it is made. */
  examine(name: string, which: ToExamine, tell: Tell): Promise<Result<null>>;
  /** What the examination of this name found, for somebody else; only the last one's is kept. */
  report(name: string): Result<Report>;
  /** Asks for a backup, and tells what it says of itself. */
  chooseBackup(
    ask: () => Promise<string | null>,
    instead: WorkspaceId | null,
  ): Promise<Result<ChosenBackup | null>>;
  /** Makes the backup chosen last a workspace, and opens it. */
  restoreBackup(passphrase: string): Promise<Result<WorkspaceInfo>>;
  /** What can be done with the open workspace, where its database does not open. */
  readonly rescue: RescueOpened;
  engineState(): EngineState;
  /** Keeps logins at proxies beside the open workspace; null where it cannot. */
  proxyKeeper(): ProxyKeeper | null;
  /** The open workspace, and what keeps its windows beside it; null when none is open. */
  windowsKept(): { readonly id: WorkspaceId; readonly keeper: WindowsKeeper } | null;
  /** Where the service of the open workspace answers; null when none is open. */
  serviceUrl(): string | null;
  /** Of the open workspace; null when none is open. */
  scenario(): Scenario | null;
  turnSandbox(to: SandboxSwitch): Promise<Result<SandboxWeather>>;
  /** The open workspace while its engine is ready; null otherwise. */
  readyWorkspace(): WorkspaceId | null;
  /** Hands its engine a port to a window. */
  attach(port: unknown): void;
}

export function createWorkspaceSession(parts: SessionParts): WorkspaceSession {
  const { root, keyring, elsewhere } = parts;
  const inTurn = createQueue();
  const restorer = createBackupRestorer(root, parts.forkEngine, parts.onRestoring);
  const folder = (id: WorkspaceId): string => join(root, id);
  const unlocking = (passphrase: string | undefined) => ({ keyring: keyring ?? undefined, passphrase });
  let locked: WorkspaceId | null = null;
  const current = createCurrentWorkspace({
    ...{ ...parts, folder, unlocking },
    leave: () => pools.copier.stop(),
    onState(state) {
      if (state.kind !== 'none') locked = null;
      parts.onState(state);
    },
  });
  /** Nobody waits for a locked workspace here any more: other windows may open it. */
  const leaveLocked = (): void => {
    if (locked === null) return;
    locked = null;
    parts.onState({ kind: 'none' });
  };
  const { opened } = current;

  const pools = createPools({
    ...{ ...parts, fork: parts.forkEngine, onRun: parts.onPoolCopies },
    ...{ folder, unlocking, inTurn, opened },
  });
  const examiner = createExaminer({ ...parts, unlocking, inTurn, opened });
  const leaving = <T>(work: () => Promise<T>): Promise<T> => {
    examiner.stop();
    return pools.leaving(work);
  };
  const making = <T>(work: () => Promise<T>): Promise<T> => {
    examiner.stop();
    return pools.making(work);
  };

  const connect = async (input: Input<'connect'>): Promise<Result<WorkspaceInfo>> => {
    const wanted = connectedTo(input, { folder, keyring, now: parts.now });
    return wanted.ok ? current.create(wanted.value, null) : wanted;
  };

  const elsewhereOr = async (
    id: WorkspaceId,
    openHere: () => Promise<Result<OpenedInfo>>,
  ): Promise<Result<OpenedInfo>> => {
    if (!(await elsewhere.show(id))) return openHere();
    const workspace = await readWorkspace(folder(id));
    return workspace.ok ? success({ ...workspace.value.info, elsewhere: true }) : workspace;
  };

  const locks = createLockChanger({ folder, unlocking, elsewhere, opened });

  const keys: OpenKeys = {
    apiKeyOf: (id) => {
      const open = opened();
      return open?.info.id === id ? open.apiKey() : null;
    },
    replaceApiKey: (input) => inTurn(() => locks.replaceApiKey(input)),
  };
  const openApplication = createApplicationOpener({
    ...{ ...parts, ...current, leaving, keys },
    open: (input) => elsewhereOr(input.id, () => current.open(input)),
  });

  const lockable = (): WorkspaceId | null => {
    const info = opened()?.info;
    return info?.protection === 'passphrase' ? info.id : null;
  };

  const forget = async (id: WorkspaceId): Promise<Result<null>> => {
    const workspace = await readWorkspace(folder(id));
    if (!workspace.ok) return workspace;
    const forgotten = await forgetWorkspace(workspace.value, root, async () => {
      if (opened()?.info.id === id) await current.close();
    });
    if (forgotten.ok && locked === id) leaveLocked();
    return forgotten;
  };

  return {
    async list() {
      const listed = await listWorkspaces(root);
      if (!listed.ok) return listed;
      const all = listed.value.workspaces.map(({ info }) => info);
      return success(all.map((info) => (elsewhere.has(info.id) ? { ...info, elsewhere: true } : info)));
    },
    async listBroken() {
      const listed = await listWorkspaces(root);
      if (!listed.ok) return listed;
      return success(listed.value.broken.map(({ directory, failure }) => ({ folder: directory, failure })));
    },
    createSandbox: (input) => making(() => createSandbox({ parts, create: current.create }, input)),
    connect: (input) => making(() => connect(input)),
    // Nothing is left here for what is shown elsewhere.
    open: (input) => elsewhereOr(input.id, () => leaving(() => current.open(input))),
    openApplication,
    keys,
    pools,
    close: () =>
      leaving(async () => {
        leaveLocked();
        await current.close();
      }),
    lockable,
    ended: (now) => {
      const open = opened();
      return open?.hasEnded(now) ? open.info.id : null;
    },
    locked: () => locked,
    waitFor: (id) => {
      if (opened() === null) locked = id;
    },
    lock: async (id) => {
      if (lockable() !== id || (await opened()?.engine().isBusy())) return false;
      return leaving(async () => {
        if (lockable() !== id) return false;
        locked = id;
        await current.close();
        return true;
      });
    },
    isBusy: async () => (await opened()?.engine().isBusy()) ?? false,
    mayAsk: async () => opened()?.info.kind !== 'snapshot' && !(await opened()?.engine().isLeftAlone()),
    forget: (id) => leaving(() => forget(id)),
    changePassphrase: (input) => inTurn(() => locks.changePassphrase(input)),
    setPlatformToken: (input) => inTurn(() => locks.setPlatformToken(input)),
    backUp: async (passphrase, ask) => opened()?.backUp(passphrase, ask) ?? noneOpen(),
    snapshot: async (wanted, ask) => opened()?.snapshot(wanted, ask) ?? noneOpen(),
    exportTable: async (request, name, ask) => opened()?.exportTable(request, name, ask) ?? noneOpen(),
    examine: examiner.examine,
    report: examiner.report,
    // Only what is open here may be replaced.
    chooseBackup: (ask, instead) => restorer.choose(ask, opened()?.info.id === instead ? instead : null),
    restoreBackup: (passphrase) =>
      making(async () => {
        const restored = await restorer.restore(passphrase, current.closedFor);
        return restored.ok ? current.open({ id: restored.value.id, passphrase }) : restored;
      }),
    rescue: rescueOpened(inTurn, opened),
    proxyKeeper: () => opened()?.proxyKeeper() ?? null,
    windowsKept: () => {
      const open = opened();
      return open && { id: open.info.id, keeper: open.windowsKeeper() };
    },
    serviceUrl: () => opened()?.info.url ?? null,
    scenario: () => opened()?.info.scenario ?? null,
    engineState: () => opened()?.engine().state() ?? { kind: 'none' },
    turnSandbox: async (to) => opened()?.sandbox?.turn(to) ?? noSandbox(),
    readyWorkspace: () => {
      const open = opened();
      return open?.engine().state().kind === 'ready' ? open.info.id : null;
    },
    attach: (port) => opened()?.engine().attach(port),
  };
}

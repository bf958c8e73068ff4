import { dirname, join } from 'node:path';
import type { Tell } from '@main/doctor/checks';
import type { Activity } from '@shared/contract/activity';
import type { ExportReport, ExportRequest } from '@shared/contract/export';
import { type Result, success } from '@shared/contract/failure';
import type { BackupReport } from '@shared/contract/maintenance';
import type { SnapshotFacts, SnapshotReport } from '@shared/contract/snapshot';
import type { EngineStatus } from '@shared/contract/status';
import type { EngineState, WorkspaceInfo } from '@shared/contract/workspace-info';
import { type SandboxWorld, type Scenario, sandboxWorlds } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { backupLabel } from '../../workspace/backup-label';
import { createWindowsKeeper, type WindowsKeeper } from '../../workspace/kept-windows';
import type { WorkspaceLock } from '../../workspace/lock/lock-workspace';
import { newWorkspaceId } from '../../workspace/new-workspace-id';
import { createProxyKeeper, type ProxyKeeper } from '../../workspace/proxy-logins';
import { readWorkspace } from '../../workspace/read-workspace';
import { endOf, snapshotLabel } from '../../workspace/snapshot-workspace';
import { snapshotOf, throughBackup } from '../../workspace/through-backup';
import type { Secrets } from '../../workspace/vault/secrets';
import { labelOf, type Workspace } from '../../workspace/workspace';
import type { ChildProcessHandle } from '../child-process-handle';
import type { EngineStart, ToEngineProcess } from '../engine/engine-messages';
import { examineInProcess } from '../engine/examine-in-process';
import { snapshotInProcess } from '../engine/snapshot-in-process';
import { type EngineSupervisor, superviseEngine } from '../engine/supervise-engine';
import type { StartSandbox } from '../sandbox/share-sandboxes';
import type { RunningSandbox } from '../sandbox/supervise-sandbox';
import { createRescue, type Rescue } from './create-rescue';

/** What an open workspace is made from: processes to start, and who hears of the engine's state. */
export interface ProcessParts {
  readonly forkEngine: () => ChildProcessHandle<ToEngineProcess>;
  readonly startSandbox: StartSandbox;
  readonly onState: (state: EngineState) => void;
  readonly onActivity: (activity: Activity) => void;
}

/** Asks where to save a file of this name; null when nothing was chosen. */
export type AskWhere = (fileName: string) => Promise<string | null>;

/** What a snapshot shall be; its passphrase is its own. */
export type WantedSnapshot = Omit<SnapshotFacts, 'withToken'> & { readonly passphrase: string };

/** The workspace at work: locked, unlocked, its processes running. */
export interface OpenedWorkspace {
  readonly info: Readonly<WorkspaceInfo>;
  /** As it was read when it opened, and what opens it again. */
  readonly workspace: Workspace;
  secrets(): Secrets;
  readonly sandbox: RunningSandbox | null;
  engine(): EngineSupervisor;
  /** What its engine calls the service with. */
  apiKey(): string;
  /** Keeps logins at proxies beside it; null where a sandbox or a snapshot has no network between. */
  proxyKeeper(): ProxyKeeper | null;
  /** Keeps its windows beside it. */
  windowsKeeper(): WindowsKeeper;
  /** Ends the engine and starts it again, with another API key where one is given. */
  restart(secrets?: Secrets): Promise<void>;
  /** Asks where to, then has the engine write a backup there; null when nothing was chosen. */
  backUp(passphrase: string, ask: AskWhere): Promise<Result<BackupReport | null>>;
  /** Asks where to, then has the engine write a snapshot there; null when nothing was chosen. */
  snapshot(wanted: WantedSnapshot, ask: AskWhere): Promise<Result<SnapshotReport | null>>;
  /** Asks where to, then has the engine write a table there; null when nothing was chosen. */
  exportTable(
    request: ExportRequest,
    name: string,
    ask: AskWhere,
  ): Promise<Result<(ExportReport & { readonly path: string }) | null>>;
  /** Examines it: by its engine, or where that failed by a process of its own. Where the engine stands, as far as it was asked. */
  examine(tell: Tell): Promise<Result<EngineStatus | null>>;
  /** Whether it is a snapshot whose last day is over at that time (ms). */
  hasEnded(now: number): boolean;
  /** What can be done where its database does not open. */
  rescue(): Rescue;
  /** Ends the processes and gives the lock free. */
  close(): Promise<void>;
}

/** Starts the service of a sandbox workspace; each world has one scenario. */
export function startSandboxOf(
  directory: string,
  world: SandboxWorld,
  port: number,
  parts: ProcessParts,
): Promise<Result<RunningSandbox>> {
  return parts.startSandbox({ world, dataDirectory: join(directory, 'sandbox'), port });
}

/** What a sandbox gives its workspace: one of a platform has the token for its key. */
export function sandboxSecrets(
  scenario: Scenario,
  { secretKey, platformToken }: RunningSandbox,
): Pick<Secrets, 'apiKey' | 'platformToken'> {
  return scenario === 'platforms' ? { apiKey: platformToken } : { apiKey: secretKey, platformToken };
}

export interface ToStart {
  readonly workspace: Workspace;
  readonly secrets: Secrets;
  readonly lock: WorkspaceLock;
  /** Its service, where that runs already. */
  readonly running: RunningSandbox | null;
  readonly limits?: EngineStart['limits'];
}

/** Starts the processes of a workspace that this process has locked and unlocked. Where they do not start, the lock is still its caller's. */
export async function startWorkspace(
  { workspace, secrets, lock, running, limits }: ToStart,
  parts: ProcessParts,
): Promise<Result<OpenedWorkspace>> {
  const { directory, info } = workspace;
  let sandbox = running;
  if (info.kind === 'sandbox' && !sandbox) {
    const { platform } = info;
    // The applications of a platform share its service.
    const home = platform ? join(dirname(directory), platform.workspaceId) : directory;
    const { world } = sandboxWorlds[platform ? 'platforms' : info.scenario];
    const started = await startSandboxOf(home, world, Number(new URL(info.url).port), parts);
    if (!started.ok) return started;
    sandbox = started.value;
  }
  const url = sandbox?.url ?? info.url;
  // A restored workspace starts a service anew, with another key; an application has a key of its own.
  const own = info.platform || !sandbox ? null : sandboxSecrets(info.scenario, sandbox);
  const keyOf = (kept: string): string => own?.apiKey ?? kept;
  const startOf = ({ databaseKey, apiKey, platformToken }: Secrets): EngineStart => ({
    directory,
    databaseKey,
    apiKey: keyOf(apiKey),
    ...(platformToken !== undefined && { platformToken: own?.platformToken ?? platformToken }),
    url,
    workspace: labelOf(info),
    ...(limits !== undefined && { limits }),
  });
  const launch = (given: Secrets): EngineSupervisor =>
    superviseEngine({ ...parts, start: startOf(given), fork: parts.forkEngine });
  let held = secrets;
  let engine: EngineSupervisor;
  try {
    engine = launch(held);
  } catch (error) {
    await sandbox?.stop();
    throw error;
  }
  return success({
    workspace,
    secrets: () => held,
    info: { ...info, url },
    sandbox,
    engine: () => engine,
    apiKey: () => keyOf(held.apiKey),
    proxyKeeper: () => (info.kind === 'remote' ? createProxyKeeper(workspace, held.databaseKey) : null),
    windowsKeeper: () => createWindowsKeeper(workspace, held.databaseKey),
    async restart(next = held) {
      held = next;
      await engine.stop();
      engine = launch(held);
    },
    async backUp(passphrase, ask) {
      // Read anew: the vault may have been replaced since the opening.
      const current = await readWorkspace(directory);
      if (!current.ok) return current;
      const label = await backupLabel(current.value, held, passphrase);
      if (!label.ok) return label;
      const to = await ask(datedName(info.name, Date.now(), 'tenantry-backup'));
      return to === null ? success(null) : engine.backUp(to, label.value);
    },
    async snapshot({ passphrase, ...wanted }, ask) {
      const twice = snapshotOf(info);
      if (twice !== null) return twice;
      const { madeAt, organization } = wanted;
      const facts = { ...wanted, withToken: held.platformToken !== undefined };
      const made = await snapshotLabel(
        workspace,
        newWorkspaceId(t('{name} snapshot', { name: info.name })),
        facts,
        passphrase,
      );
      if (!made.ok) return made;
      const to = await ask(datedName(organization?.name ?? info.name, madeAt, 'tenantry-snapshot'));
      if (to === null) return success(null);
      const order = { ...made.value, ...(organization && { organizationId: organization.id }) };
      return throughBackup(to, engine.backUp, (from) =>
        snapshotInProcess(parts.forkEngine, { from, key: held.databaseKey, to, order }),
      );
    },
    async exportTable(request, name, ask) {
      const path = await ask(fileName(name, request.format));
      if (path === null) return success(null);
      const written = await engine.exportTable(path, request);
      return written.ok ? success({ path, ...written.value }) : written;
    },
    examine: (tell) =>
      engine.state().kind === 'failed'
        ? examineInProcess(parts.forkEngine, startOf(held), tell)
        : engine.examine(tell, info.kind === 'snapshot'),
    hasEnded: endOf(workspace),
    rescue: () =>
      createRescue(
        parts.forkEngine,
        startOf(held),
        fileName(t('{name} staged edits', { name: info.name }), 'json'),
      ),
    async close() {
      // Whatever fails on the way: what is behind it ends as well, and the workspace can be opened again.
      try {
        await engine.stop();
      } finally {
        try {
          await sandbox?.stop();
        } finally {
          await lock.release();
        }
      }
    },
  });
}

const datedName = (name: string, at: number, ending: string): string =>
  fileName(`${name} ${new Date(at).toISOString().slice(0, 10)}`, ending);

/** `Acme 2026-11-24.tenantry-backup`, without what some file system may not take. */
function fileName(name: string, ending: string): string {
  const plain = name.replace(/[^\p{L}\p{N} ._-]/gu, '').trim();
  return `${plain || 'Workspace'}.${ending}`;
}

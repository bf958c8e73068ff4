import { assertNever } from '@shared/assert-never';
import type { Activity } from '@shared/contract/activity';
import type { DoctorCheck } from '@shared/contract/doctor';
import type { ExportReport, ExportRequest } from '@shared/contract/export';
import { failure, type Result } from '@shared/contract/failure';
import type { BackupReport } from '@shared/contract/maintenance';
import type { EngineStatus } from '@shared/contract/status';
import type { EngineState } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { ChildProcessHandle } from '../child-process-handle';
import { spendRestart } from '../restart-budget';
import { type EngineStart, FromEngineProcess, type ToEngineProcess } from './engine-messages';

export interface EngineSupervisor {
  state(): EngineState;
  /** Gives the running engine a port to a window; ignored while none is ready. */
  attach(port: unknown): void;
  /** Has the running engine write a backup. */
  backUp(to: string, label: string): Promise<Result<BackupReport>>;
  /** Has the running engine write a table to a file. */
  exportTable(to: string, request: ExportRequest): Promise<Result<ExportReport>>;
  /** Has the running engine ask the service whether this key opens the same instance. */
  tryKey(apiKey: string): Promise<Result<null>>;
  /** Likewise whether a Platform token shows the application of that instance. */
  tryPlatformToken(token: string): Promise<Result<null>>;
  /** Has the running engine examine its workspace; each check is told as it is made. Where it stands, null where it was not asked. */
  examine(tell: (check: DoctorCheck) => void, snapshot: boolean): Promise<Result<EngineStatus | null>>;
  /**
   * Whether something runs that must not be cut: a run that sends changes, or a file that is written. An engine that says nothing for
   * fifteen seconds hangs: it is killed, and what waited for it has its answer.
   */
  isBusy(): Promise<boolean>;
  /** Whether its admin works offline by choice; false where none answers. */
  isLeftAlone(): Promise<boolean>;
  /** Asks the engine to close its database and end; kills it after some seconds. Never restarts afterwards. */
  stop(): Promise<void>;
}

/** A question under way. */
interface Asked {
  readonly lost: () => Result<never>;
  readonly settle: (result: Result<unknown>) => void;
  /** Hears what comes before the answer. */
  readonly told?: (check: DoctorCheck) => void;
}

export interface SupervisedEngine {
  readonly start: EngineStart;
  readonly fork: () => ChildProcessHandle<ToEngineProcess>;
  readonly onState: (state: EngineState) => void;
  /** Hears what it does while it is ready. */
  readonly onActivity: (activity: Activity) => void;
  readonly now?: () => number;
}

/** Closing a database checkpoints its log: seconds at most. */
const stopMs = 5_000;
/** Whether it sends is answered at once, between any two steps of its work. */
const hangsMs = 15_000;

/**
 * Keeps one engine process alive for one workspace.
 *
 *     starting ──ready──> ready
 *        │  ^               │
 *        │  └─back-off──────┴── exit on its own, or killed
 *        ├── says why it cannot open ──> failed      (wrong key, damaged file, full disk: a restart would not help)
 *        └── budget of restarts spent ─> failed
 *     stop() from anywhere ──> none
 */
export function superviseEngine(options: SupervisedEngine): EngineSupervisor {
  const { start, fork, onState, onActivity, now = () => performance.now() } = options;
  const workspaceId: WorkspaceId = start.workspace.id;
  let state: EngineState = { kind: 'starting', workspaceId };
  let child: ChildProcessHandle<ToEngineProcess> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let recent: readonly number[] = [];
  let restarts = 0;
  let stopping = false;
  const exits = new Set<() => void>();
  const asked = new Map<number, Asked>();
  let lastAsked = 0;

  const move = (next: EngineState): void => {
    state = next;
    onState(next);
  };

  /** Nobody answers any more what was asked. */
  const settleAsked = (): void => {
    const left = [...asked.values()];
    asked.clear();
    for (const { lost, settle } of left) settle(lost());
  };

  const receive = (from: ChildProcessHandle<ToEngineProcess>, raw: unknown): void => {
    const decoded = FromEngineProcess.safeParse(raw);
    if (!decoded.success || from !== child || stopping) return;
    switch (decoded.data.kind) {
      case 'ready':
        move({ kind: 'ready', workspaceId, restarts });
        return;
      case 'failed':
        child = null;
        from.kill();
        settleAsked();
        move({ kind: 'failed', workspaceId, failure: decoded.data.failure });
        return;
      case 'backedUp':
      case 'exported':
      case 'examined':
      case 'sends':
      case 'isAlone':
      case 'triedKey': {
        const { id, result } = decoded.data;
        asked.get(id)?.settle(result);
        asked.delete(id);
        return;
      }
      case 'activity':
        onActivity(decoded.data.activity);
        return;
      case 'checked':
        asked.get(decoded.data.id)?.told?.(decoded.data.check);
        return;
      case 'restoring':
      case 'restored':
      case 'copied':
      case 'looked':
      case 'savedEdits':
      case 'salvaged':
      case 'found':
      case 'counted':
      case 'reviewed':
      case 'copyingPool':
      case 'poolCopied':
        return;
      default:
        assertNever(decoded.data);
    }
  };

  const exited = (from: ChildProcessHandle<ToEngineProcess>, code: number): void => {
    if (from !== child) return;
    child = null;
    settleAsked();
    for (const done of exits) done();
    if (stopping) return;
    const spent = spendRestart(recent, now());
    recent = spent.restarts;
    if (spent.delayMs === null) {
      move(gaveUp(workspaceId, code));
      return;
    }
    restarts += 1;
    move({ kind: 'starting', workspaceId });
    timer = setTimeout(launch, spent.delayMs);
  };

  const launch = (): void => {
    const next = fork();
    child = next;
    next.onMessage((raw) => receive(next, raw));
    next.onExit((code) => exited(next, code));
    next.postMessage({ kind: 'start', start });
  };

  /** Asks the engine; one that is starting answers when it has started. `lost`: what it comes to when none answers. */
  const ask = <T>(
    lost: () => Result<never>,
    message: (id: number) => ToEngineProcess,
    told?: Asked['told'],
  ): Promise<Result<T>> =>
    new Promise((resolve) => {
      if (child === null || stopping) return resolve(lost());
      lastAsked += 1;
      // An answer has the shape of its question: `FromEngineProcess` decoded it.
      const settle: Asked['settle'] = (result) => resolve(result as Result<T>);
      // Behind the sending: what could not be sent is waited for by nobody.
      child.postMessage(message(lastAsked));
      asked.set(lastAsked, { lost, settle, ...(told && { told }) });
    });

  onState(state);
  launch();
  return {
    state: () => state,
    attach: (port) => {
      if (state.kind === 'ready') child?.postMessage({ kind: 'port' }, [port]);
    },
    backUp: (to, label) => ask(noFile, (id) => ({ kind: 'backUp', id, to, label })),
    exportTable: (to, request) => ask(noFile, (id) => ({ kind: 'export', id, to, request })),
    tryKey: (apiKey) => ask(notTried, (id) => ({ kind: 'tryKey', id, apiKey })),
    tryPlatformToken: (token) => ask(notTried, (id) => ({ kind: 'tryPlatformToken', id, token })),
    async isBusy() {
      const works = asked.size > 0;
      const last = child;
      const killer = setTimeout(() => last?.kill(), hangsMs);
      const sends = await ask<boolean>(notTried, (id) => ({ kind: 'isSending', id }));
      clearTimeout(killer);
      return sends.ok && (works || sends.value);
    },
    async isLeftAlone() {
      const alone = await ask<boolean>(notTried, (id) => ({ kind: 'isLeftAlone', id }));
      return alone.ok && alone.value;
    },
    examine: (tell, snapshot) => ask(notExamined, (id) => ({ kind: 'examine', id, snapshot }), tell),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const last = child;
      if (last) {
        await new Promise<void>((resolve) => {
          exits.add(resolve);
          const killer = setTimeout(() => last.kill(), stopMs);
          exits.add(() => clearTimeout(killer));
          last.postMessage({ kind: 'stop' });
        });
      }
      move({ kind: 'none' });
    },
  };
}

function noFile(): Result<never> {
  return failure(
    'engine-stopped',
    t('The engine of this workspace is not running or stopped on the way, so there is no file.'),
    t('Open the workspace again, then try again.'),
  );
}

function notExamined(): Result<never> {
  return failure(
    'engine-stopped',
    t(
      'The engine of this workspace stopped, so what was not told could not be examined. Nothing was changed.',
    ),
    t('Open the workspace again, then examine it again.'),
  );
}

function notTried(): Result<never> {
  return failure(
    'engine-stopped',
    t('The engine of this workspace is not running, so the key could not be tried. The present one is kept.'),
    t('Open the workspace again, then try again.'),
  );
}

function gaveUp(workspaceId: WorkspaceId, code: number): EngineState {
  return {
    kind: 'failed',
    workspaceId,
    failure: {
      code: 'engine-stopped',
      message: t(
        'The engine of this workspace stopped again and again. Everything staged before is kept on disk.',
      ),
      next: t('Open the workspace again. If that does not help, restart Tenantry and look into its log.'),
      detail: { exitCode: code },
    },
  };
}

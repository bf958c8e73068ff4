import { assertNever } from '@shared/assert-never';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { SandboxSwitch, SandboxWeather } from '@shared/contract/workspace-calls';
import { t } from '@shared/language/t';
import type { ChildProcessHandle } from '../child-process-handle';
import { spendRestart } from '../restart-budget';
import { FromSandboxProcess, type ToSandboxProcess } from './sandbox-messages';

export interface RunningSandbox {
  /** Base of its API. */
  readonly url: string;
  /** Of its first application. */
  readonly secretKey: string;
  /** Of the Platform API. */
  readonly platformToken: string;
  /** How its switches stand then. */
  turn(to: SandboxSwitch): Promise<Result<SandboxWeather>>;
  stop(): Promise<void>;
}

export interface SupervisedSandbox {
  readonly world: string;
  readonly dataDirectory: string;
  /** The port it had last time, so that its address stays; another one when that is taken. 0 for any. */
  readonly port: number;
  readonly fork: () => ChildProcessHandle<ToSandboxProcess>;
}

const stopMs = 3_000;

/** Starts the identity service of a sandbox workspace, and starts it again on the same port when it dies. */
export async function superviseSandbox(options: SupervisedSandbox): Promise<Result<RunningSandbox>> {
  let child: ChildProcessHandle<ToSandboxProcess> | null = null;
  let port = options.port;
  let restarts: readonly number[] = [];
  let stopping = false;
  let lastId = 0;
  const switches = new Map<number, (weather: SandboxWeather | null) => void>();
  let stopped: () => void = () => undefined;

  const launch = (): Promise<Result<Pick<RunningSandbox, 'url' | 'secretKey' | 'platformToken'>>> =>
    new Promise((resolve) => {
      const next = options.fork();
      child = next;
      next.onMessage((raw) => {
        const decoded = FromSandboxProcess.safeParse(raw);
        if (!decoded.success) return;
        const message = decoded.data;
        switch (message.kind) {
          case 'ready':
            port = Number(new URL(message.url).port);
            return resolve(
              success({
                url: message.url,
                secretKey: message.secretKey,
                platformToken: message.platformToken,
              }),
            );
          case 'failed':
            stopping = true;
            next.kill();
            return resolve({ ok: false, error: notStarted(message.message) });
          case 'switched':
            switches.get(message.id)?.(message.weather);
            switches.delete(message.id);
            return;
          default:
            assertNever(message);
        }
      });
      next.onExit((code) => {
        child = null;
        for (const settle of switches.values()) settle(null);
        switches.clear();
        stopped();
        resolve({ ok: false, error: notStarted(t('exit code {code}', { code: String(code) })) });
        const spent = spendRestart(restarts, performance.now());
        restarts = spent.restarts;
        if (!stopping && spent.delayMs !== null) {
          setTimeout(() => {
            if (!stopping) void launch();
          }, spent.delayMs);
        }
      });
      const { world, dataDirectory } = options;
      next.postMessage({ kind: 'start', world, dataDirectory, port });
    });

  const started = await launch();
  if (!started.ok) {
    stopping = true;
    return started;
  }
  return success({
    ...started.value,
    turn: (to) =>
      new Promise((resolve) => {
        if (!child) return resolve(notSwitched());
        lastId += 1;
        switches.set(lastId, (weather) => resolve(weather ? success(weather) : notSwitched()));
        child.postMessage({ kind: 'switch', id: lastId, to });
      }),
    async stop() {
      stopping = true;
      const last = child;
      if (!last) return;
      const killer = setTimeout(() => last.kill(), stopMs);
      await new Promise<void>((resolve) => {
        stopped = resolve;
        last.postMessage({ kind: 'stop' });
      });
      clearTimeout(killer);
    },
  });
}

function notStarted(reason: string): Failure {
  return {
    code: 'internal',
    message: t('The sandbox service did not start: {reason}. Its data was not changed.', { reason }),
    next: t('Try again; if it comes back, forget this sandbox and make a new one.'),
  };
}

function notSwitched(): Result<never> {
  return failure(
    'internal',
    t('The sandbox service did not take the switch. Nothing was changed.'),
    t('Close and open the workspace, then try again.'),
  );
}

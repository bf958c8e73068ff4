import { type Result, success } from '@shared/contract/failure';
import type { RunningSandbox, SupervisedSandbox } from './supervise-sandbox';

export type WantedSandbox = Omit<SupervisedSandbox, 'fork'>;
export type StartSandbox = (wanted: WantedSandbox) => Promise<Result<RunningSandbox>>;

/**
 * Starts the services of sandbox workspaces: one process for a folder, however many open workspaces stand on it (those of a platform's
 * applications share the platform's). It ends when the last of them stops it.
 */
export function shareSandboxes(start: StartSandbox): StartSandbox {
  const running = new Map<string, { users: number; readonly started: Promise<Result<RunningSandbox>> }>();
  const ending = new Map<string, Promise<void>>();

  return async (wanted) => {
    const folder = wanted.dataDirectory;
    while (ending.has(folder)) await ending.get(folder);
    const service = running.get(folder) ?? { users: 0, started: start(wanted) };
    running.set(folder, service);
    service.users += 1;
    const leave = async (end: () => Promise<void>): Promise<void> => {
      service.users -= 1;
      if (service.users > 0) return;
      running.delete(folder);
      const ended = end().finally(() => ending.delete(folder));
      ending.set(folder, ended);
      await ended;
    };
    const started = await service.started.catch(async (error: unknown) => {
      await leave(async () => undefined);
      throw error;
    });
    if (!started.ok) {
      await leave(async () => undefined);
      return started;
    }
    let left = false;
    return success({
      ...started.value,
      async stop() {
        if (left) return;
        left = true;
        await leave(started.value.stop);
      },
    });
  };
}

import type { RestoredFiles } from '@main/workspace/restore-workspace';
import { failure, type Result } from '@shared/contract/failure';
import type { ChildProcessHandle } from '../child-process-handle';
import { FromEngineProcess, type RestoreStart, type ToEngineProcess } from './engine-messages';

/** Reads and restores a backup in a process of its own: it takes as long as its database is large. */
export function restoreInProcess(
  fork: () => ChildProcessHandle<ToEngineProcess>,
  start: RestoreStart,
  onProgress: (fraction: number) => void,
): Promise<Result<RestoredFiles>> {
  return new Promise((resolve) => {
    const child = fork();
    child.onMessage((raw) => {
      const message = FromEngineProcess.safeParse(raw);
      if (!message.success) return;
      if (message.data.kind === 'restoring') onProgress(message.data.fraction);
      if (message.data.kind !== 'restored') return;
      resolve(message.data.result);
      child.kill();
    });
    child.onExit(() => resolve(died()));
    child.postMessage({ kind: 'restore', start });
  });
}

function died(): Result<never> {
  return failure(
    'engine-stopped',
    'The process that read the backup stopped. Nothing was restored; the backup is as it was.',
    'Try again; if it comes back, restart Tenantry.',
  );
}

import type { RestoredFiles } from '@main/workspace/restore-workspace';
import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { askInProcess, type ForkEngine } from './ask-in-process';
import type { RestoreStart } from './engine-messages';

/** Reads and restores a backup in a process of its own: it takes as long as its database is large. */
export function restoreInProcess(
  fork: ForkEngine,
  start: RestoreStart,
  onProgress: (fraction: number) => void,
): Promise<Result<RestoredFiles>> {
  return askInProcess(
    fork,
    { kind: 'restore', start },
    (message) => {
      if (message.kind === 'restoring') onProgress(message.fraction);
      return message.kind === 'restored' ? message.result : undefined;
    },
    died,
  );
}

function died(): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that read the backup stopped. Nothing was restored; the backup is as it was.'),
    t('Try again; if it comes back, restart Tenantry.'),
  );
}

import { realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { Store } from '@main/store/store';
import { noFolder } from '@main/workspace/named-file';
import { failure, type Result, success } from '@shared/contract/failure';
import type { BackupReport, IntegrityReport, MaintenanceProgress } from '@shared/contract/maintenance';
import { t } from '@shared/language/t';
import { maintenanceFailure } from './maintenance-failure';

/** What looks after the file of an open workspace, one piece of work at a time. */
export interface Maintenance {
  check(): Promise<Result<IntegrityReport>>;
  /** @param label what it takes to open the file later; it is kept as it is */
  backUp(to: string, label: string): Promise<Result<BackupReport>>;
  /** Whether a file may be written there: not among those of the workspace itself. */
  checkPlace(to: string): Promise<Result<null>>;
  progress(): MaintenanceProgress;
  subscribe(listener: () => void): () => void;
  /** Waits for what runs; on a closed store that ends at once. */
  idle(): Promise<void>;
}

export function createMaintenance({
  store,
  directory,
}: {
  readonly store: Store;
  readonly directory: string;
}): Maintenance {
  const listeners = new Set<() => void>();
  let progress: MaintenanceProgress = null;
  let running: Promise<unknown> = Promise.resolve();

  const tell = (next: MaintenanceProgress): void => {
    progress = next;
    for (const listener of [...listeners]) listener();
  };

  async function alone<T>(
    work: 'check' | 'backup',
    attempt: string,
    run: (onProgress: (fraction: number) => void) => Promise<T>,
  ): Promise<Result<T>> {
    if (progress !== null) return busy();
    tell({ work, fraction: 0 });
    const ran = run((fraction) => tell({ work, fraction }));
    running = ran.catch(() => undefined);
    try {
      return success(await ran);
    } catch (error) {
      return maintenanceFailure(error, attempt);
    } finally {
      tell(null);
    }
  }

  const checkPlace = async (to: string): Promise<Result<null>> => {
    const folder = await realpath(dirname(to)).catch(() => null);
    if (folder === null) return noFolder(to);
    const isInside = `${folder}${sep}`.startsWith(`${await realpath(directory)}${sep}`);
    return isInside ? insideWorkspace(to) : success(null);
  };

  return {
    checkPlace,
    check: () => alone('check', t('The check'), store.maintenance.check),
    backUp: async (to, label) => {
      // Before the disk is asked anything: what runs now may have ended by then.
      if (progress !== null) return busy();
      const place = await checkPlace(to);
      if (!place.ok) return place;
      return alone('backup', t('The backup to {to}', { to }), (onProgress) =>
        store.maintenance.backUp(to, label, onProgress),
      );
    },
    progress: () => progress,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    idle: async () => void (await running),
  };
}

function busy(): Result<never> {
  return failure(
    'busy',
    t('A check or a backup of this workspace is running. Nothing else was begun.'),
    t('Wait for its end, then try again.'),
  );
}

function insideWorkspace(to: string): Result<never> {
  return failure(
    'invalid-input',
    t('{to} lies in the folder of the workspace itself and would be lost with it. Nothing was written.', {
      to,
    }),
    t('Choose another folder, best on another disk.'),
  );
}

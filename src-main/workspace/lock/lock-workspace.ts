import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from '../disk-failure';
import { workspacePaths } from '../workspace-paths';
import { type LockHolder, readLockHolder } from './lock-holder';
import { lockPlace } from './lock-place';
import { processStart } from './process-start';
import { takeFile } from './take-file';

export interface WorkspaceLock {
  /** Gives the workspace free. Calling it twice does no harm. */
  release(): Promise<void>;
}

/** Clearing a dead holder's lock takes milliseconds; a clearing older than this belongs to a dead process. */
const clearingMs = 10_000;

/**
 * Takes the exclusive lock of a workspace: a file that names the process holding it, and its machine. A lock whose process is
 * gone, or whose pid belongs to a later process, is stale and is cleared; one of another machine or container is never, for
 * nobody here can tell; only one process clears at a time, so that
 * nobody clears the lock which another has just taken. The lock is given free when the process exits normally.
 *
 * @param name what a refusal calls it
 */
export async function lockWorkspace(
  directory: string,
  name = t('This workspace'),
): Promise<Result<WorkspaceLock>> {
  const file = workspacePaths(directory).lock;
  try {
    const nonce = randomUUID();
    const start = (await processStart(process.pid)) ?? '';
    const holder: LockHolder = { pid: process.pid, start, nonce, place: lockPlace() };
    const content = JSON.stringify(holder);
    if (await takeFile(file, content)) return success(heldLock(file, nonce));
    const current = await readLockHolder(file);
    if (current?.state === 'alive') return openElsewhere(name, current.holder);
    if (current?.state === 'elsewhere') return onAnotherMachine(name, file, current.holder);
    if (current) await clearStale(file);
    if (await takeFile(file, content)) return success(heldLock(file, nonce));
    return openElsewhere(name, (await readLockHolder(file))?.holder ?? null);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return missing(directory);
    return diskFailure(error, t('Locking the workspace in {directory}', { directory }));
  }
}

async function clearStale(file: string): Promise<void> {
  const clearing = `${file}.clearing`;
  if (!(await takeFile(clearing, ''))) {
    const made = await stat(clearing).catch(() => null);
    if (made && Math.abs(Date.now() - made.mtimeMs) > clearingMs) await rm(clearing, { force: true });
    return;
  }
  try {
    const current = await readLockHolder(file);
    if (current?.state === 'dead') await rm(file, { force: true });
  } finally {
    await rm(clearing, { force: true });
  }
}

function heldLock(file: string, nonce: string): WorkspaceLock {
  let held = true;
  const releaseAtExit = (): void => rmSync(file, { force: true });
  process.once('exit', releaseAtExit);
  return {
    async release() {
      if (!held) return;
      held = false;
      process.off('exit', releaseAtExit);
      const content = await readFile(file, 'utf8').catch(() => '');
      if (content.includes(nonce)) await rm(file, { force: true });
    },
  };
}

function onAnotherMachine(name: string, file: string, holder: LockHolder | null): Result<never> {
  const host = holder?.place?.host.split(' ')[0] ?? '';
  return failure(
    'workspace-open-elsewhere',
    t(
      '{name} is locked by process {pid} on {host}, or in another container there. Whether that still runs cannot be told from here. Nothing was opened or changed.',
      { name, pid: String(holder?.pid ?? ''), host: host === '' ? t('another machine') : host },
    ),
    t('Close it there. If it surely runs no more, remove {file} and try again.', { file }),
    { pid: holder?.pid ?? 0, host },
  );
}

function openElsewhere(name: string, holder: LockHolder | null): Result<never> {
  if (holder?.pid === process.pid)
    return failure(
      'workspace-open-elsewhere',
      t('{name} is open in other windows of Tenantry, or they work on it. Nothing was opened or changed.', {
        name,
      }),
      t('Close it there, or wait until that is done; then try again.'),
      { pid: holder.pid },
    );
  const who = holder ? t('process {pid}', { pid: String(holder.pid) }) : t('another process');
  return failure(
    'workspace-open-elsewhere',
    t('{name} is open in {who}. Nothing was opened or changed.', { name, who }),
    t('Close it there, then try again.'),
    holder ? { pid: holder.pid } : undefined,
  );
}

function missing(directory: string): Result<never> {
  return failure(
    'workspace-missing',
    t('There is no workspace in {directory}.', { directory }),
    t('Check the folder, or make a workspace there first.'),
  );
}

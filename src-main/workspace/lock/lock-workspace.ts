import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { diskFailure, errnoOf } from '../disk-failure';
import { workspacePaths } from '../workspace-paths';
import { type LockHolder, readLockHolder } from './lock-holder';
import { processStart } from './process-start';
import { takeFile } from './take-file';

export interface WorkspaceLock {
  /** Gives the workspace free. Calling it twice does no harm. */
  release(): Promise<void>;
}

/** Clearing a dead holder's lock takes milliseconds; a clearing older than this belongs to a dead process. */
const clearingMs = 10_000;

/**
 * Takes the exclusive lock of a workspace: a file that names the process holding it. A lock whose process is gone,
 * or whose pid belongs to a later process, is stale and is cleared; only one process clears at a time, so that
 * nobody clears the lock which another has just taken. The lock is given free when the process exits normally.
 */
export async function lockWorkspace(directory: string): Promise<Result<WorkspaceLock>> {
  const file = workspacePaths(directory).lock;
  try {
    const nonce = randomUUID();
    const holder: LockHolder = { pid: process.pid, start: (await processStart(process.pid)) ?? '', nonce };
    const content = JSON.stringify(holder);
    if (await takeFile(file, content)) return success(heldLock(file, nonce));
    const current = await readLockHolder(file);
    if (current?.alive) return openElsewhere(current.holder);
    if (current) await clearStale(file);
    if (await takeFile(file, content)) return success(heldLock(file, nonce));
    return openElsewhere((await readLockHolder(file))?.holder ?? null);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return missing(directory);
    return diskFailure(error, `Locking the workspace in ${directory}`);
  }
}

async function clearStale(file: string): Promise<void> {
  const clearing = `${file}.clearing`;
  if (!(await takeFile(clearing, ''))) {
    const made = await stat(clearing).catch(() => null);
    if (made && Date.now() - made.mtimeMs > clearingMs) await rm(clearing, { force: true });
    return;
  }
  try {
    const current = await readLockHolder(file);
    if (current && !current.alive) await rm(file, { force: true });
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

function openElsewhere(holder: LockHolder | null): Result<never> {
  const who = holder ? `process ${holder.pid}` : 'another process';
  return failure(
    'workspace-open-elsewhere',
    `This workspace is open in ${who}. Nothing was opened or changed.`,
    'Close it there, then try again.',
    holder ? { pid: holder.pid } : undefined,
  );
}

function missing(directory: string): Result<never> {
  return failure(
    'workspace-missing',
    `There is no workspace in ${directory}.`,
    'Check the folder, or make a workspace there first.',
  );
}

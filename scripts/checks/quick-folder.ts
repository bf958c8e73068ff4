import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const inMemory = '/dev/shm';
/** Many times what a run holds there (160 MB at most); twice as much must be free in all, for the tests themselves. Bytes. */
const room = 4 * 2 ** 30;

/**
 * Where tests put their files: in memory where there is room, since they write thousands of small databases, each to the disk
 * for good; otherwise, and wherever TMPDIR names a place, in the temporary folder.
 */
export function quickFolder(): string {
  return process.env.TMPDIR === undefined && hasRoom() && runsPrograms() ? inMemory : tmpdir();
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= room && freemem() >= 2 * room;
  } catch {
    return false;
  }
}

/** A container may mount it for data alone: some tests start what they wrote. */
function runsPrograms(): boolean {
  try {
    const folder = mkdtempSync(join(inMemory, 'tenantry-'));
    try {
      const program = join(folder, 'program');
      writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
      return spawnSync(program).status === 0;
    } finally {
      rmSync(folder, { recursive: true });
    }
  } catch {
    return false;
  }
}

import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { processStart } from './process-start';

const LockHolder = z.object({ pid: z.number().int().positive(), start: z.string(), nonce: z.string() });
export type LockHolder = Readonly<z.infer<typeof LockHolder>>;

/** Between making a lock file and filling it: longer than that, its maker died. */
const fillingMs = 5_000;

/** Who a lock file says holds it, and whether that process still runs; null when there is no lock file. */
export async function readLockHolder(
  file: string,
): Promise<{ readonly holder: LockHolder | null; readonly alive: boolean } | null> {
  try {
    const holder = parseHolder(await readFile(file, 'utf8'));
    if (holder) return { holder, alive: await isRunning(holder) };
    return { holder: null, alive: Date.now() - (await stat(file)).mtimeMs < fillingMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    return LockHolder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function isRunning(holder: LockHolder): Promise<boolean> {
  const start = await processStart(holder.pid);
  return start !== null && (start === '' || holder.start === '' || start === holder.start);
}

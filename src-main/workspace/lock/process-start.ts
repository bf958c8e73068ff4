import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process started, as an opaque text that tells a recycled pid from the process that had it before.
 * Null when no such process runs; empty where the platform does not say.
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!isAlive(pid)) return null;
  try {
    switch (process.platform) {
      case 'linux':
        return startFromStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
      case 'darwin':
        return (await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim();
      case 'win32': {
        const asked = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
        const words = ['-NoProfile', '-NonInteractive', '-Command', asked];
        return (await promisify(execFile)('powershell.exe', words, { windowsHide: true })).stdout.trim();
      }
      default:
        return '';
    }
  } catch {
    return '';
  }
}

/** Field 22, in clock ticks since boot; the second field may hold spaces and brackets. A zombie holds no lock. */
function startFromStat(stat: string): string | null {
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? null : (rest[18] ?? '');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

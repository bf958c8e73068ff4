import { readFileSync } from 'node:fs';
import { isRunByNpm } from '@main/cli/run-by-npm';

const everyMs = 500;

/**
 * Calls back when the npm that runs this script has ended: it does not pass on SIGHUP, and nothing at all of a SIGKILL.
 * What npm does pass on (SIGINT, SIGTERM) reaches its shell only, and a shell that waits for this script keeps a SIGINT to
 * itself: so scripts that stay begin with `exec` in package.json, and have npm for their parent. A script that was not
 * started by npm itself may outlive whoever started it.
 */
export function whenParentEnds(callback: () => void): void {
  if (!isRunByNpm()) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    callback();
  }, everyMs);
  timer.unref();
}

/** Whether a process is a shell between npm and its script, by Linux's word; false elsewhere. */
function isShell(pid: number): boolean {
  try {
    return /sh\n?$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch {
    return false;
  }
}

/** The parent of a process, by Linux's word; undefined elsewhere. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

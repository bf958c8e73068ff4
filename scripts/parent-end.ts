import { readFileSync } from 'node:fs';

const everyMs = 500;

/**
 * Calls back when the npm that runs this script has ended: it does not pass on SIGHUP, and nothing at all of a SIGKILL.
 * A script that was not started by npm may outlive whoever started it.
 */
export function whenParentEnds(callback: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    callback();
  }, everyMs);
  timer.unref();
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

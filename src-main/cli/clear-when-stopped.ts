import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What work leaves behind where it is broken off. What it makes is noted in the same turn of the loop: no signal is heard between. */
export interface Leavings {
  readonly add: (path: string) => void;
  /** A new folder whose name begins so. */
  readonly folder: (prefix: string) => string;
  /** A new, empty file; false, and it is nobody's to remove, where there is one already. */
  readonly file: (path: string) => boolean;
}

/** Does work that leaves files behind where it is broken off (Ctrl+C): they are removed, then the process ends as the signal says. */
export async function clearWhenStopped<T>(work: (leavings: Leavings) => Promise<T>): Promise<T> {
  const paths = new Set<string>();
  const stop = (signal: NodeJS.Signals): void => {
    for (const path of paths) rmSync(path, { recursive: true, force: true });
    unheed();
    process.kill(process.pid, signal);
  };
  const unheed = (): void => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(leavingsIn(paths));
  } finally {
    unheed();
  }
}

function leavingsIn(paths: Set<string>): Leavings {
  return {
    add: (path) => paths.add(path),
    folder: (prefix) => {
      const made = mkdtempSync(prefix);
      paths.add(made);
      return made;
    },
    file: (path) => {
      try {
        closeSync(openSync(path, 'wx', 0o600));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      }
      paths.add(path);
      return true;
    },
  };
}

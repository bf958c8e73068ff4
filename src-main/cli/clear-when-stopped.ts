import { rmSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does work that leaves files behind where it is broken off (Ctrl+C): they are removed, then the process ends as the signal says. */
export async function clearWhenStopped<T>(files: ReadonlySet<string>, work: () => Promise<T>): Promise<T> {
  const stop = (signal: NodeJS.Signals): void => {
    for (const file of files) rmSync(file, { recursive: true, force: true });
    unheed();
    process.kill(process.pid, signal);
  };
  const unheed = (): void => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work();
  } finally {
    unheed();
  }
}

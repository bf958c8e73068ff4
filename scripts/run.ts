import { type SpawnOptions, spawn } from 'node:child_process';

/** Runs a child process, passing SIGTERM on to it; its exit code, or 1 when a signal ended it. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.on('SIGTERM', passOn);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}

import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { endWithScript, ownGroup } from './children';

/** Runs a child process, which ends with this one; its exit code, or 128 and the number of the signal that ended it. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options, ...ownGroup });
    endWithScript(child);
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

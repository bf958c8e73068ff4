import { SandboxError } from './sandbox-error';
import { optionsOf, type SandboxFlags } from './sandbox-flags';
import { startSandbox } from './start-sandbox';

/** Resolves on SIGINT, SIGTERM or SIGHUP, and where the parent is watched when the input ends: the parent is gone. */
const told = (watchStdin: boolean): Promise<void> =>
  new Promise((resolve) => {
    // Ctrl-C comes twice, from the terminal and from npm: the second one must not cut the closing short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
    if (watchStdin) process.stdin.once('end', () => resolve()).resume();
  });

/** Starts a sandbox, prints its one line and serves until told to stop. Throws `SandboxError` where it cannot start. */
export const serveSandbox = async (flags: SandboxFlags): Promise<void> => {
  const end = told(flags.watchStdin);
  const { close, control: _client, ...ready } = await startSandbox(optionsOf(flags));
  const { world, seed, scale } = flags;
  process.stdout.write(`${JSON.stringify({ ...ready, world, seed, scale, pid: process.pid })}\n`);
  await end;
  await close();
};

/** Why a sandbox could not start, as one line. */
export const sandboxFault = (error: unknown): string =>
  `sandbox: ${error instanceof SandboxError ? `${error.code}: ${error.message}` : String(error)}`;

import { type ChildProcess, spawn } from 'node:child_process';
import { endWithScript, ownGroup } from './children';

export interface Display {
  /** Value for DISPLAY; undefined where windows need none (macOS, Windows). */
  readonly name: string | undefined;
  /** True when nobody sees this display. */
  readonly virtual: boolean;
}

/**
 * Runs `work` with a display: the one there is, or a virtual one (Xvfb picks a free number) that lives as long as
 * the work. Sets DISPLAY of this process meanwhile, for the children it starts.
 */
export async function withDisplay<T>(work: (display: Display) => Promise<T>): Promise<T> {
  const existing = process.env.DISPLAY || undefined;
  if (process.platform !== 'linux' || existing) return work({ name: existing, virtual: false });
  const server = spawn(
    'Xvfb',
    ['-noreset', '-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      ...ownGroup,
    },
  );
  endWithScript(server, 'display');
  try {
    const name = `:${await readDisplayNumber(server)}`;
    process.env.DISPLAY = name;
    return await work({ name, virtual: true });
  } finally {
    delete process.env.DISPLAY;
    server.kill();
  }
}

function readDisplayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it was ready`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
}

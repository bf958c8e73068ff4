import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { projectRoot } from '../../scripts/project-root';
import { firstLine } from './first-line';

const Ready = z.object({
  url: z.string(),
  secretKey: z.string(),
  controlUrl: z.string(),
  platformToken: z.string(),
});

export interface SandboxProcess extends z.infer<typeof Ready> {
  /** Ends it as an operator does: what it holds is on disk. */
  readonly stop: () => Promise<void>;
  /** Ends it with SIGKILL, as a power cut does. */
  readonly kill: () => Promise<void>;
}

export interface SandboxProcessOptions {
  /** Which world it seeds; the program's own default unless given. */
  readonly world?: string;
  readonly seed?: number;
  readonly scale?: number;
  /** How many applications a platform has. */
  readonly applications?: number;
  /** Port of the API and of the control surface; free ones unless given. */
  readonly port?: number;
  readonly 'control-port'?: number;
  /** Where its clock stands, ms since 1970; the real time unless given. */
  readonly now?: number | undefined;
  /** Whether the service's own limits hold; they do unless told otherwise. */
  readonly limits?: 'own' | 'none';
  /** Folder that outlives the process; a temporary one unless given. */
  readonly data?: string;
}

const sources = ['--import', 'tsx', 'src-main/sandbox/cli.ts'];

/** Starts the sandbox as QA does, in a process of its own, and waits for its ready line. */
export async function startSandboxProcess(
  options: SandboxProcessOptions,
  program: readonly string[] = sources,
): Promise<SandboxProcess> {
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
  const child = spawn(process.execPath, [...program, '--watch-stdin', ...words], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    ...Ready.parse(JSON.parse(await firstLine(child))),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

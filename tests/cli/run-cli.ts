import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Secrets and their files; everything else of the environment is this process's own. */
export type CliEnvironment = Readonly<Record<string, string>>;

/** Runs one command of a built command line as a process of its own. */
export function runCli(
  path: string,
  words: readonly string[],
  secrets: CliEnvironment = {},
  input = '',
): Promise<CliRun> {
  return runProgram(process.execPath, [path, ...words], secrets, input);
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  words: readonly string[],
  secrets: CliEnvironment = {},
  input = '',
): Promise<CliRun> {
  const { TENANTRY_API_KEY: _key, TENANTRY_PASSPHRASE: _passphrase, ...environment } = process.env;
  const child = spawn(program, words, {
    env: { ...environment, ...secrets },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

/** The one JSON object that a command with `--json` prints on stdout, and its exit code. */
export function jsonOf<T = Record<string, unknown>>({ code, stdout, stderr }: CliRun) {
  const lines = stdout.trimEnd().split('\n');
  if (lines.length !== 1) throw new Error(`stdout holds ${lines.length} lines: ${stdout} ${stderr}`);
  return { code, value: JSON.parse(stdout) as T };
}

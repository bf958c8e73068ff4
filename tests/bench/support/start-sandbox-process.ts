import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Ready = z.object({ url: z.string(), secretKey: z.string(), controlUrl: z.string() });

export interface SandboxProcess extends z.infer<typeof Ready> {
  readonly stop: () => Promise<void>;
}

/** Starts the sandbox as QA does, in a process of its own, and waits for its ready line. */
export async function startSandboxProcess(options: {
  readonly world: string;
  readonly seed: number;
  readonly scale: number;
}): Promise<SandboxProcess> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'src-main/sandbox/cli.ts', '--port', '0', ...words],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const ready = Ready.parse(JSON.parse(line));
  return {
    ...ready,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

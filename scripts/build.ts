import { pathToFileURL } from 'node:url';
import { build } from 'electron-vite';
import { projectRoot } from './project-root';

/** Builds main, preload and renderer into out/. */
export async function buildApp(): Promise<void> {
  process.chdir(projectRoot);
  await build({ logLevel: 'warn' });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildApp();

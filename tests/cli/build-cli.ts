import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { inject } from 'vitest';
import { builtCliOf, cacheFolder } from '../support/folders/built-cli';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Path of the command line as one file: it starts in a tenth of the time that its sources take, and tests start it many times.
 * It is built once a run, and goes with it.
 */
export async function buildCli(): Promise<string> {
  const folder = builtCliOf(inject('runFolder'));
  if (!existsSync(folder)) await buildInto(folder);
  return join(folder, 'cli.mjs');
}

/** Whoever is first gives the folder its name; files that build at the same time use what is there. */
async function buildInto(folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const outDir = await mkdtemp(join(cacheFolder, 'tenantry-cli-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared'), '@main': join(root, 'src-main') } },
    build: {
      ssr: 'src-main/cli/cli.ts',
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
    ssr: { noExternal: true, external: ['@signalapp/sqlcipher'] },
  });
  try {
    await rename(outDir, folder);
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { inject } from 'vitest';
import { bundleCli, bundleTableWorker, cliFile } from '../../scripts/bundle-cli';
import { builtCliOf, cacheFolder } from '../support/folders/built-cli';

/**
 * Path of the command line as the package has it, one file: it starts in a tenth of the time that its sources take, and tests start it many
 * times. It is built once a run, and goes with it.
 */
export async function buildCli(): Promise<string> {
  const folder = builtCliOf(inject('runFolder'));
  if (!existsSync(folder)) await buildInto(folder);
  return join(folder, cliFile);
}

/**
 * Of the package's command line one thing is another: what a new vault says its passphrase costs. The package's 2 ** 17 takes a quarter of a
 * second of a processor at every command, and is held by `tests/workspace/vault.test.ts`; each vault says what it costs, so that all else is the same.
 */
const cheapPassphrases: Plugin = {
  name: 'cheap-passphrases',
  transform(code, id) {
    if (!id.endsWith('/vault/derive-key.ts')) return null;
    const cheap = code.replace('cost: 2 ** 17', 'cost: 2 ** 14');
    if (cheap === code) throw new Error(`${id} does not say what a passphrase costs as it did`);
    return cheap;
  },
};

/** Whoever is first gives the folder its name; files that build at the same time use what is there. */
async function buildInto(folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const outDir = await mkdtemp(`${folder}-`);
  await bundleCli(outDir, [cheapPassphrases]);
  await bundleTableWorker(outDir);
  try {
    await rename(outDir, folder);
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundleCli, bundleTableWorker, cliFile } from '../../scripts/bundle-cli';
import { cheapPassphrases } from '../support/cheap-passphrases';
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

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildFacts, buildFactsFile } from '@main/updates/build-facts';
import { publicKeyOf } from '@main/updates/feed/verify-feed';
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
  await writeBuildFacts();
}

/** Says where this build looks for newer ones, and whose signature it takes; nowhere, where nothing is said (docs/updates.md). */
async function writeBuildFacts(): Promise<void> {
  const { TENANTRY_UPDATE_FEED: feed = '', TENANTRY_UPDATE_KEYS: named = '' } = process.env;
  const file = join(projectRoot, buildFactsFile);
  if (feed === '' && named === '') return rm(file, { force: true });
  const facts = BuildFacts.parse({ feed, keys: named.split(',') });
  if (!URL.canParse(feed) || facts.keys.some((key) => publicKeyOf(key) === null))
    throw new Error(
      'TENANTRY_UPDATE_FEED is an address, TENANTRY_UPDATE_KEYS are Ed25519 keys (SPKI, base64, by commas)',
    );
  await writeFile(file, JSON.stringify(facts));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildApp();

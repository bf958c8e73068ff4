import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bundledPackages } from '../bundled-packages';
import { projectRoot } from '../project-root';

/** Where the parts are put that say what a package is made of. */
export const noticesFolder = join(projectRoot, 'out', 'notices');

/** Packed as packages of their own, beside the bundle: see `electron-builder.yml`. */
const packed = ['node_modules/@signalapp/sqlcipher', 'node_modules/node-gyp-build'];

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('see below'),
});
const Sbom = z.looseObject({
  components: z.array(z.looseObject({ name: z.string(), version: z.string(), 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/**
 * Writes `sbom.cdx.json` (CycloneDX 1.5: the lock file's packages, of those only what the app holds, and Electron) and
 * `THIRD-PARTY-NOTICES.txt` with each one's licence.
 *
 * @param electron version of the runtime that is packed
 */
export async function writeNotices(electron: string): Promise<void> {
  const folders = [...new Set([...bundledPackages(), ...packed])].sort();
  const packages = await Promise.all(folders.map(readPackage));
  await mkdir(noticesFolder, { recursive: true });
  const notices = packages.map(({ name, version, license, texts }) => {
    return `${'='.repeat(80)}\n${name} ${version}: ${license}\n\n${texts.join('\n')}\n`;
  });
  await writeFile(join(noticesFolder, 'THIRD-PARTY-NOTICES.txt'), notices.join('\n'));
  const held = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  await writeFile(
    join(noticesFolder, 'sbom.cdx.json'),
    `${JSON.stringify(await sbomOf(held, electron), null, 1)}\n`,
  );
}

async function readPackage(folder: string) {
  const path = join(projectRoot, folder);
  const manifest = Manifest.parse(JSON.parse(await readFile(join(path, 'package.json'), 'utf8')));
  const files = (await readdir(path)).filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(path, name), 'utf8')));
  return { ...manifest, texts: texts.length > 0 ? texts : ['(The package holds no text of it.)\n'] };
}

async function sbomOf(held: ReadonlySet<string>, electron: string) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // What is bundled stands among the development dependencies, which NODE_ENV of a build would leave out.
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include=dev'];
  const { stdout } = await promisify(execFile)(npm, words, { cwd: projectRoot, maxBuffer: 2 ** 26 });
  const { components, dependencies, ...rest } = Sbom.parse(JSON.parse(stdout));
  const isHeld = (ref: string): boolean => held.has(ref);
  const found = components.filter((component) => isHeld(component['bom-ref']));
  if (found.length < held.size) {
    const known = new Set(found.map((component) => component['bom-ref']));
    throw new Error(`The lock file lacks ${[...held].filter((ref) => !known.has(ref)).join(', ')}`);
  }
  const runtime = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
  return {
    ...rest,
    components: [...found.map((component) => ({ ...component, scope: 'required' })), runtime],
    dependencies: dependencies
      .filter(({ ref }) => isHeld(ref))
      .map(({ dependsOn, ...one }) => ({ ...one, dependsOn: dependsOn.filter(isHeld) })),
  };
}

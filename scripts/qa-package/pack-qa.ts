import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root';
import { besideKit, buildKit } from './build-kit';
import { writeTypes } from './write-types';

/** What the package takes as it is: the built app, the icon of its window, what `put-default-app.ts` puts into a runtime, and words. */
const taken = [
  ['out', 'out'],
  ['resources/icons/256x256.png', 'resources/icons/256x256.png'],
  ['scripts/runtime/default-app', 'scripts/runtime/default-app'],
  ['LICENSE', 'LICENSE'],
  ['docs/qa.md', 'README.md'],
] as const;

/** Packs what `out/` holds and the QA kit into `dist/tenantry-VERSION.tgz`; its path. */
export async function packQa(): Promise<string> {
  const dist = join(projectRoot, 'dist');
  const folder = join(dist, 'qa-package');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [from, to] of taken)
    await cp(join(projectRoot, from), join(folder, to), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
  const kit = join(folder, 'qa');
  await buildKit(kit);
  await writeTypes(kit);
  await writeFile(join(folder, 'package.json'), await manifest());
  const args = ['pack', '--silent', '--pack-destination', dist];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: folder });
  return join(dist, stdout.trim());
}

/** Electron finds the app by `main`, tests find the kit by `exports`; the versions are this project's. */
async function manifest(): Promise<string> {
  const own = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const versions: Record<string, string> = { ...own.devDependencies, ...own.dependencies };
  const { name, productName, version, description, license, author, main } = own;
  const runner = '@playwright/test';
  const beside = ['electron', ...besideKit.filter((each) => each !== runner)];
  return JSON.stringify(
    {
      ...{ name, productName, version, description, license, author, type: 'module', main },
      exports: {
        './qa': { types: './qa/qa.d.ts', default: './qa/qa.js' },
        './package.json': './package.json',
      },
      engines: { node: '>=20' },
      dependencies: Object.fromEntries(beside.map((each) => [each, versions[each]])),
      peerDependencies: { [runner]: `^${versions[runner]}` },
    },
    null,
    2,
  );
}

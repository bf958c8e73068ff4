import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { buildFactsFile } from '@main/updates/build-facts';
import { electronArguments } from '../../../scripts/electron-arguments';
import { packagedExecutable } from './launch-packaged';

export interface PackagedVersion {
  /** One file that starts it, as an AppImage does. */
  readonly file: string;
  /** Where it notes its process id, and what Chromium says. */
  readonly pid: string;
  readonly stderr: string;
}

interface Wanted {
  /** A folder that is there, on the disk of the packaged app. */
  readonly folder: string;
  readonly version: string;
  readonly feed: string;
  readonly keys: readonly string[];
  readonly userData: string;
}

/** The packaged app as another build of it: of this version, with this update server. Behind one file, which says so as an AppImage does. */
export async function packagedVersion(wanted: Wanted): Promise<PackagedVersion> {
  const { folder, version, feed, keys, userData } = wanted;
  const app = join(folder, `app-${version}`);
  await linkTree(dirname(packagedExecutable), app);
  const [resources, inside] = [join(app, 'resources'), join(folder, `inside-${version}`)];
  const asar = join(resources, 'app.asar');
  extractAll(asar, inside);
  const manifest = join(inside, 'package.json');
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), version }));
  await writeFile(join(inside, buildFactsFile), JSON.stringify({ feed, keys }));
  // Linked files are the packaged app's own: gone before another is written under their name.
  await Promise.all([rm(asar), rm(`${asar}.unpacked`, { recursive: true })]);
  await createPackageWithOptions(inside, asar, { unpack: '**/*.node' });
  const [file, pid, stderr] = ['AppImage', 'pid', 'stderr'].map((end) => join(folder, `T-${version}.${end}`));
  const made = { file: file ?? '', pid: pid ?? '', stderr: stderr ?? '' };
  const words = [...electronArguments(), `--user-data-dir=${userData}`, '--remote-debugging-port=0'];
  const script = `#!/bin/sh\necho $$ > '${made.pid}'\nexport APPIMAGE="$0" APPDIR='${app}'\nexec '${join(app, 'tenantry')}' ${words.join(' ')} 2> '${made.stderr}'\n`;
  await writeFile(made.file, script, { mode: 0o755 });
  return made;
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    await (entry.isDirectory() ? linkTree(source, target) : link(source, target));
  }
}

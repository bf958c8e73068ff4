import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build';
import { folderSize } from './package/folder-size';
import { packageApp } from './package/package-app';
import { makeDeb } from './package/targets/make-deb';
import { makeTar } from './package/targets/make-tar';

const makers = { deb: makeDeb, tar: makeTar } as const;
type Target = keyof typeof makers;
const isTarget = (name: string): name is Target => name in makers;

const { target } = parseArgs({ options: { target: { type: 'string', default: '' } } }).values;
const targets = target.split(',').filter((name) => name !== '');
const strange = targets.filter((name) => !isTarget(name));
if (strange.length > 0)
  throw new Error(`There is no target ${strange.join(', ')}; choose of ${Object.keys(makers).join(', ')}.`);
if (targets.length > 0 && process.platform !== 'linux')
  throw new Error(`${targets.join(', ')}: made on Linux only. Leave --target out for the unpacked app.`);

await buildApp();
const folder = await packageApp();
const [all, own] = await Promise.all([folderSize(folder), folderSize(join(folder, 'resources'))]);
process.stdout.write(`${folder}: ${megabytes(all)}, of which Tenantry is ${megabytes(own)}\n`);
for (const name of targets.filter(isTarget)) {
  const file = await makers[name](folder, dirname(folder));
  process.stdout.write(`${file}: ${megabytes((await stat(file)).size)}\n`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

import { join } from 'node:path';
import { buildApp } from './build';
import { folderSize } from './package/folder-size';
import { packageApp } from './package/package-app';

await buildApp();
const folder = await packageApp();
const [all, own] = await Promise.all([folderSize(folder), folderSize(join(folder, 'resources'))]);
process.stdout.write(`${folder}: ${megabytes(all)}, of which Tenantry is ${megabytes(own)}\n`);

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

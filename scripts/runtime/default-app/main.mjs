// Stands in for Electron's own default app: requires what `-r` names, then loads the app whose folder is the first
// plain argument. Awaited at the top level, so that Electron is not ready before the app's own code has run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { app } from 'electron';

const { values, positionals } = parseArgs({
  args: process.argv.slice(1),
  options: { require: { type: 'string', short: 'r', multiple: true } },
  allowPositionals: true,
  strict: false,
});
const folder = resolve(positionals[0] ?? '.');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
app.name = manifest.productName ?? manifest.name;
app.setVersion(manifest.version);
app.setAppPath(folder);

const require = createRequire(join(folder, 'package.json'));
for (const name of values.require ?? []) require(resolve(name));
await import(pathToFileURL(join(folder, manifest.main)).href);

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TableStart } from './table-messages';

/** What the thread may hold, MB: a workbook of the largest kind that is taken needs less. */
const mostMemory = 1_500;

/**
 * Starts the thread that reads a file. Built, it lies beside the engine's bundle, or above its parts; out of the sources it is
 * started as these are: tests and `npm run tenantry` run them.
 *
 * @param memory MB that it may hold
 */
export function startTableWorker(start: TableStart, memory = mostMemory): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  const options = { workerData: start, resourceLimits, stdin: false };
  const here = import.meta.url;
  if (!here.endsWith('.ts')) {
    const built = ['./table-worker.mjs', '../table-worker.mjs'].map((path) => new URL(path, here));
    return new Worker(built.find((url) => existsSync(url)) ?? (built[0] as URL), options);
  }
  const loader = createRequire(here)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const urls = [pathToFileURL(loader), new URL('./table-worker.ts', here)].map(String);
  const script = `const [loader, entry] = ${JSON.stringify(urls)};
import(loader).then(({ register }) => { register(); return import(entry); });`;
  return new Worker(script, { ...options, eval: true });
}

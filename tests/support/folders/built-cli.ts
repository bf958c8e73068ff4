import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Under `node_modules`, where the native SQLite is found. */
export const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));

/** Where a run has its command line built. */
export const builtCliOf = (runFolder: string): string => join(cacheFolder, `${basename(runFolder)}-cli`);

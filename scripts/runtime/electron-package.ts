import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The folder of the `electron` package: of this project, or of the one that the QA kit is installed in. */
export const electronPackage = (): string =>
  dirname(createRequire(import.meta.url).resolve('electron/package.json'));

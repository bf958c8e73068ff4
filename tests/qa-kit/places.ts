import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../scripts/project-root';

/** Built into the package of `npm run pack:qa`, whose folder is then `projectRoot`; in the project its parts are started from their sources. */
const packed = fileURLToPath(import.meta.url).endsWith('.js');

/** What Electron is given: package.json, `out` and the icons. */
export const appFolder = projectRoot;

const started = (built: string, source: string): readonly string[] =>
  packed ? [join(projectRoot, 'qa', built)] : ['--import', 'tsx', join(projectRoot, ...source.split('/'))];

/** Arguments for Node that start the sandbox. */
export const sandboxArguments = started('sandbox.js', 'src-main/sandbox/cli.ts');

/** Arguments for Node that start `prepare/prepare-child.ts`. */
export const prepareArguments = started('prepare.js', 'tests/qa-kit/prepare/prepare-child.ts');

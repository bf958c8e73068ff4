import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../scripts/project-root';

/** Bundled into the package of `npm run pack:qa`, whose folder is then `projectRoot`; in the project it runs from its sources. */
const packed = fileURLToPath(import.meta.url).endsWith('.js');

/** What Electron is given: package.json, `out` and the icons. */
export const appFolder = projectRoot;

/** Arguments for Node that start the sandbox, built with the app: it starts in a third of the time that its sources take. */
export const builtSandbox: readonly string[] = [join(projectRoot, 'out', 'main', 'sandbox-cli.js')];

/** The command line, as it is built with the app. */
export const builtCli = join(projectRoot, 'out', 'main', 'cli.mjs');

/** Arguments for Node that make the twin of a copy and serve it. */
export const twinMaker = (copy: string): readonly string[] => [
  builtCli,
  'sandbox',
  '--pseudonymise',
  `--from=${copy}`,
];

/** Arguments for Node that start `prepare/prepare-child.ts`. */
export const prepareArguments: readonly string[] = packed
  ? [join(projectRoot, 'qa', 'prepare.js')]
  : ['--import', 'tsx', join(projectRoot, 'tests', 'qa-kit', 'prepare', 'prepare-child.ts')];

import { join } from 'node:path';
import { checkLint } from './checks/check-lint';
import { checkTypes } from './checks/check-types';
import { projectRoot } from './project-root';
import { run } from './run';

/** What tells within a minute that something is wrong: types, lint, and the tests that need no database, socket or window. */
const units = [
  ...['tests/domain', 'tests/renderer', 'tests/language'],
  ...['tests/layers.test.ts', 'tests/paths.test.ts', 'tests/contracts/models.test.ts'],
  'tests/store/schema-pins.test.ts',
];
const vitest = join(projectRoot, 'node_modules', '.bin', 'vitest');

const results = await Promise.all([
  checkTypes().then(({ failed }) => ['types', failed === 0] as const),
  checkLint().then(({ failed }) => ['lint', failed === 0] as const),
  run(vitest, ['run', '--reporter=dot', ...units], { cwd: projectRoot }).then(
    (code) => ['units', code === 0] as const,
  ),
]);
const failed = results.filter(([, passed]) => !passed).map(([name]) => name);
process.stdout.write(failed.length === 0 ? 'All passed.\n' : `Failed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

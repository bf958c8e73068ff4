import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { quickFolder } from './quick-folder';
import { readReport } from './read-report';
import { failureLine, type Tally } from './tally';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type Suite = z.infer<typeof Report>['testResults'][number];

/**
 * Layers, unit, integration and contract tests. A file that cannot be loaded counts as one failure, and so does anything
 * that tests which passed leave in the temporary folder; what failed ones leave is kept.
 */
export async function runVitest(): Promise<Tally> {
  const folder = await mkdtemp(join(quickFolder(), 'tenantry-vitest-'));
  // Others may pass through: some tests open files as another user.
  await chmod(folder, 0o711);
  const file = join(folder, 'report.json');
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const vitest = join(projectRoot, 'node_modules', '.bin', 'vitest');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const code = await run(vitest, args, { cwd: projectRoot, env });
  const report = Report.parse(await readReport(file, 'vitest', code));
  const unloaded = report.testResults.filter(isUnloaded).length;
  const counted = report.numFailedTests + unloaded;
  const failures = report.testResults.flatMap(failuresOf);
  const failed = code !== 0 && counted === 0 ? 1 : counted;
  const left = await readdir(temporary);
  if (failed === 0 || left.length === 0) await rm(folder, { recursive: true, force: true });
  if (failed > 0 || left.length === 0) return { passed: report.numPassedTests, failed, failures };
  const leftover = `Left in the temporary folder by tests that passed: ${left.join(', ')}`;
  return { passed: report.numPassedTests, failed: 1, failures: [leftover] };
}

function isUnloaded(suite: Suite): boolean {
  return suite.status === 'failed' && suite.assertionResults.length === 0;
}

function failuresOf(suite: Suite): string[] {
  const where = relative(projectRoot, suite.name);
  if (isUnloaded(suite)) return [failureLine(where, 'could not be loaded', suite.message)];
  const failed = suite.assertionResults.filter((test) => test.status === 'failed');
  return failed.map((test) => failureLine(where, test.fullName, test.failureMessages?.[0]));
}

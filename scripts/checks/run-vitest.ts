import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { readReport } from './read-report';
import type { Tally } from './tally';

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Layers, unit, integration and contract tests. A file that cannot be loaded counts as one failure. */
export async function runVitest(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-vitest-'));
  try {
    const file = join(folder, 'report.json');
    const vitest = join(projectRoot, 'node_modules', '.bin', 'vitest');
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const code = await run(vitest, args, { cwd: projectRoot });
    const report = Report.parse(await readReport(file, 'vitest', code));
    const unloaded = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + unloaded;
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { readReport } from './read-report';
import type { Tally } from './tally';

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Of `playwright.config.ts`, in this order: two journeys at a time, then those that want the machine to themselves. */
const projects = ['side-by-side', 'alone'] as const;

/** The end-to-end tests, on the app as built and as packaged. Flaky counts as failed. */
export async function runPlaywright(): Promise<Tally> {
  let sum: Tally = { passed: 0, failed: 0 };
  for (const project of projects) {
    const { passed, failed } = await runProject(project);
    sum = { passed: sum.passed + passed, failed: sum.failed + failed };
  }
  return sum;
}

async function runProject(project: string): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-playwright-'));
  try {
    const file = join(folder, 'report.json');
    const playwright = join(projectRoot, 'node_modules', '.bin', 'playwright');
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const reporter = '--reporter=line,json,./tests/e2e/support/tidy-folders.ts';
    const code = await run(playwright, ['test', `--project=${project}`, reporter], { cwd: projectRoot, env });
    const { stats, errors } = Report.parse(await readReport(file, 'playwright', code));
    const failed = stats.unexpected + stats.flaky + errors.length;
    return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

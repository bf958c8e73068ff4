import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { run } from '../run';
import { readReport } from './read-report';
import { failureLine, type Tally } from './tally';

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const Suite = z.object({
  specs: z.array(Spec).optional(),
  get suites() {
    return z.array(Suite).optional();
  },
});
const Report = z.object({
  suites: z.array(Suite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Of `playwright.config.ts`, in this order: two journeys at a time, then those that want the machine to themselves. */
const projects = ['side-by-side', 'alone'] as const;

/** The end-to-end tests, on the app as built and as packaged. Flaky counts as failed. */
export async function runPlaywright(): Promise<Tally> {
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  for (const project of projects) {
    const tally = await runProject(project);
    passed += tally.passed;
    failed += tally.failed;
    failures.push(...(tally.failures ?? []));
  }
  return { passed, failed, failures };
}

async function runProject(project: string): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-playwright-'));
  try {
    const file = join(folder, 'report.json');
    const playwright = join(projectRoot, 'node_modules', '.bin', 'playwright');
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const reporter = '--reporter=line,json,./tests/e2e/support/tidy-folders.ts';
    const code = await run(playwright, ['test', `--project=${project}`, reporter], { cwd: projectRoot, env });
    const { suites, stats, errors } = Report.parse(await readReport(file, 'playwright', code));
    const failed = stats.unexpected + stats.flaky + errors.length;
    return {
      passed: stats.expected,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      failures: suites.flatMap(failuresOf),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failuresOf(suite: z.infer<typeof Suite>): string[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => {
        const error = test.results.find((result) => result.error !== undefined)?.error;
        return failureLine(join('tests/e2e', spec.file), spec.title, error?.message);
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}

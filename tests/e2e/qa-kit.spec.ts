import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { projectRoot } from '../../scripts/project-root';
import { packQa } from '../../scripts/qa-package/pack-qa';
import { builtCli } from '../qa-kit/places';
import { prepareWorld } from '../qa-kit/prepare/prepared-world';
import { startService } from '../qa-kit/service/start-service';
import { passphrase } from '../support/passphrase';
import { temporaryFolder } from './support/temporary-folder';

const run = promisify(execFile);

/** As `docs/qa.md` shows it, and as scripts rely on. */
const tenLines = `import { test, expect } from 'tenantry/qa';
test.use({ world: 'northwind', seed: 7, scale: 0.05, now: '2026-11-02T09:00:00Z' });
test('a role changed offline arrives', async ({ tenantry, service }) => {
  const member = await service.pickMember({ role: 'org:member' });
  await service.down();
  await tenantry.changeRole(member, 'org:admin');
  await tenantry.restart();
  await service.up();
  await tenantry.reconcile();
  expect(await service.roleOf(member)).toBe('org:admin');
  expect(await service.received({ method: 'PATCH', path: /memberships/ })).toHaveLength(1);
});
`;

/** What nobody reconciled does not arrive. */
const failing = `import { test, expect } from 'tenantry/qa';
test.use({ world: 'northwind', seed: 7, scale: 0.05, now: '2026-11-02T09:00:00Z' });
test('a role that is staged only', async ({ tenantry, service }) => {
  const member = await service.pickMember({ role: 'org:member' });
  await tenantry.changeRole(member, 'org:admin');
  await expect(service).not.toHaveReceived({ method: 'PATCH' });
  expect(await service.roleOf(member)).toBe('org:admin');
});
`;

/** On the twin of a customer's snapshot; what is real there stands in a file beside it. */
const onTwin = `import { test, expect } from 'tenantry/qa';
import { readFileSync } from 'node:fs';
test.use({ from: 'customer.snapshot' });
test('a customer’s structure without a customer', async ({ tenantry, service }) => {
  const real: readonly string[] = JSON.parse(readFileSync('real.json', 'utf8'));
  const held = await service.list('/organizations?limit=500');
  expect(held).toHaveLength(real.length);
  expect(held.filter(({ name }) => real.includes(String(name)))).toEqual([]);
  await tenantry.goTo('Organizations');
  await expect(tenantry.window.getByRole('grid', { name: 'Organizations' })).toContainText(String(held[0]?.name));
  const member = await service.pickMember({ role: 'org:member' });
  await tenantry.changeRole(member, 'org:admin');
  await tenantry.reconcile();
  expect(await service.roleOf(member)).toBe('org:admin');
});
`;

const Report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number() }),
  suites: z.array(
    z.object({
      specs: z.array(
        z.object({
          title: z.string(),
          ok: z.boolean(),
          tests: z.array(
            z.object({
              results: z.array(
                z.object({
                  attachments: z.array(z.object({ name: z.string() })),
                  errors: z.array(z.object({ message: z.string() })),
                }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

test("in a stranger's project the ten lines run as they stand, on the twin of a snapshot too, beside a test that fails and leaves its traces", async () => {
  const project = await strangersProject(await packQa());
  await writeFile(join(project, 'role.spec.ts'), tenLines);
  await writeFile(join(project, 'failing.spec.ts'), failing);
  await writeFile(join(project, 'twin.spec.ts'), onTwin);
  await test.step('a customer’s workspace is given as a snapshot', () => giveSnapshot(project));

  await test.step('they compile as strictly as may be', async () => {
    const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc');
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    await run(tsc, [...options, 'role.spec.ts', 'failing.spec.ts', 'twin.spec.ts'], { cwd: project });
  });

  const { stats, suites } = await test.step('two workers at once', () => runTests(project));
  const specs = suites.flatMap((suite) => suite.specs);
  const [passed, twin, failed] = ['a role changed', 'a customer’s', 'a role that is staged only'].map(
    (title) => specs.find((spec) => spec.title.startsWith(title))?.tests[0]?.results[0],
  );
  expect(passed?.errors).toEqual([]);
  expect(twin?.errors).toEqual([]);
  expect(stats).toEqual({ expected: 2, unexpected: 1 });
  const said = stripVTControlCharacters(failed?.errors[0]?.message ?? '');
  expect(said).toMatch(/Expected: .*"org:admin"[\s\S]*Received: .*"org:member"/);
  const kept = failed?.attachments.map(({ name }) => name);
  expect(kept).toEqual(expect.arrayContaining(['screenshot', 'trace']));
  const left = await readdir(join(project, 'test-results'));
  expect(left.filter((name) => name.startsWith('role'))).toEqual([]);
});

/** A project with nothing but what the package names, as an installation puts it there, without the network. */
async function strangersProject(tarball: string): Promise<string> {
  const project = await temporaryFolder('stranger');
  const modules = join(project, 'node_modules');
  await mkdir(join(modules, 'tenantry'), { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', join(modules, 'tenantry'), '--strip-components=1']);
  const packed = JSON.parse(await readFile(join(modules, 'tenantry', 'package.json'), 'utf8'));
  for (const name of [
    '@types/node',
    ...Object.keys({ ...packed.dependencies, ...packed.peerDependencies }),
  ]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(projectRoot, 'node_modules', name), join(modules, name), 'dir');
  }
  await writeFile(join(project, 'package.json'), '{ "name": "stranger", "private": true }');
  return project;
}

const testers = 'a passphrase for the testers';

/** Puts the snapshot of a workspace there, and the names of its organizations. */
async function giveSnapshot(project: string): Promise<void> {
  const choice = { world: 'northwind', seed: 3, scale: 0.02, from: null, now: null } as const;
  const prepared = await prepareWorld(join(project, 'customer'), choice);
  const data = join(project, 'customer', 'service');
  await prepared.copyService(data);
  const service = await startService({ ...prepared.source.served, data });
  try {
    const real = await service.list('/organizations?limit=500');
    await writeFile(join(project, 'real.json'), JSON.stringify(real.map(({ name }) => name)));
    const profile = join(project, 'customer', 'profile');
    const directory = await prepared.copyWorkspace(profile, service.url);
    const cli = builtCli;
    const env = { ...process.env, TENANTRY_PASSPHRASE: passphrase, TENANTRY_SNAPSHOT_PASSPHRASE: testers };
    await run(process.execPath, [cli, 'snapshot', 'customer.snapshot', '--dir', directory], {
      cwd: project,
      env,
    });
  } finally {
    await service.stop();
  }
}

/** Runs Playwright there as from a shell: nothing of the run that this test is part of. */
async function runTests(project: string): Promise<z.infer<typeof Report>> {
  const own = /^(?:TEST_|PW_|PWTEST|PLAYWRIGHT_)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const cli = join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [cli, 'test', '--workers=2', '--reporter=json'];
  const report = join(project, 'report.json');
  await run(process.execPath, args, {
    cwd: project,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, TENANTRY_SNAPSHOT_PASSPHRASE: testers },
  }).catch(() => undefined);
  return Report.parse(JSON.parse(await readFile(report, 'utf8')));
}

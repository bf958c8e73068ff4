import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly lastSignInAt: number;
  readonly createdAt: number;
  readonly twoFactorEnabled: boolean;
  readonly publicMetadata: Readonly<Record<string, unknown>>;
}
interface Listed {
  readonly rows: readonly Person[];
  readonly total: number;
}
interface Grouped {
  readonly groups: readonly { readonly value: unknown; readonly count: number }[];
  readonly rows: number;
}

const day = 86_400_000;

test('a filter, a view of a file and groups give what plain reading of all rows gives', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-filters-'));
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (...words: readonly string[]) =>
    runCli(cli, [...words, '--dir', join(folder, 'workspace'), '--json'], secrets);
  const list = async (...words: readonly string[]): Promise<Listed> =>
    jsonOf<Listed>(await tenantry('list', 'user', '--limit', '500', ...words)).value;
  await tenantry('init', '--url', sandbox.url, '--name', 'Filters');
  await tenantry('pull');
  for (const [entity, where] of [
    ['membership', 'role=org:admni'],
    ['membership', 'not role in (org:member, org:admni)'],
    ['invitation', 'status=pendign'],
  ] as const) {
    const run = await tenantry('list', entity, '--where', where);
    expect([where, run.code]).toEqual([where, 2]);
    expect(run.stdout).toMatch(/It takes one of .*(org:admin|pending)/);
  }
  expect((await tenantry('list', 'membership', '--where', 'role=org:admin')).code).toBe(0);
  const review = await tenantry(
    'review',
    'create',
    '--name',
    'R',
    '--by',
    'Ada',
    '--where',
    'role=org:admni',
  );
  expect(review.stdout).toContain('--where role: no record holds');
  const strange = await tenantry('withdraw', ...Array.from({ length: 3_000 }, (_, at) => `int_${at}`));
  expect([strange.code, strange.stdout.length < 500]).toEqual([2, true]);
  expect(strange.stdout).toContain('int_19 and 2980 others');
  const { rows: all } = await list();
  const ids = (rows: readonly Person[]): string[] => rows.map(({ id }) => id).sort();
  const long = (person: Person): boolean => person.lastSignInAt < Date.now() - 60 * day;

  const asked =
    'lastSignInAt not in last 60 days and not (twoFactorEnabled=true or email contains EXAMPLE.ORG)';
  const expected = all.filter(
    (one) => long(one) && !one.twoFactorEnabled && !/example\.org/i.test(one.email),
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(all.length);
  expect(ids((await list('--where', asked)).rows)).toEqual(ids(expected));

  const view = join(folder, 'stale.json');
  const kept = {
    format: 'tenantry-view/1',
    name: 'Stale',
    screen: 'people',
    entity: 'user',
    where: asked,
    sort: [{ field: 'email', direction: 'desc' }],
    columns: ['email', 'organizations', 'what-a-window-draws', 'publicMetadata.department'],
  };
  await writeFile(view, JSON.stringify(kept));
  const viewed = (await list('--view', view)).rows;
  expect(viewed.map(({ email }) => email)).toEqual(
    expected.map(({ email }) => email).sort((a, b) => (a < b ? 1 : -1)),
  );
  const file = join(folder, 'stale.csv');
  await tenantry('export', 'user', '--view', view, '--out', file);
  const [head, ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/);
  expect(head).toBe('email,organizations,publicMetadata.department');
  expect(lines).toHaveLength(expected.length);

  const unknown = await tenantry('list', 'user', '--group-by', 'organisations');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toMatch(/^--group-by "organisations": rows of user are not counted by it/);

  const byRole = jsonOf<Grouped>(await tenantry('list', 'membership', '--group-by', 'role')).value;
  const members = jsonOf<{ readonly total: number }>(await tenantry('list', 'membership')).value.total;
  expect(byRole.groups.reduce((sum, { count }) => sum + count, 0)).toBe(members);
  const byMonth = jsonOf<Grouped>(
    await tenantry('list', 'user', '--group-by', 'createdAt', '--where', asked),
  ).value;
  const months = new Map<string, number>();
  for (const { createdAt } of expected) {
    const month = new Date(createdAt).toISOString().slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  expect(byMonth.groups.map(({ value, count }) => [value, count])).toEqual(
    [...months].sort(([a], [b]) => (a < b ? 1 : -1)),
  );

  await writeFile(view, JSON.stringify({ ...kept, where: '', groupBy: 'createdAt' }));
  const grouped = jsonOf<Grouped>(await tenantry('list', 'user', '--view', view, '--where', asked)).value;
  expect(grouped.groups).toEqual(byMonth.groups);

  const refused = await tenantry('list', 'user', '--where', 'banned=true and colour=red');
  expect(refused.code).toBe(2);
  expect(refused.stderr + refused.stdout).toContain('no field of user');
  expect((await tenantry('list', 'user', '--group-by', 'colour')).code).toBe(2);
  const slip = await tenantry(
    'list',
    'roleSet',
    '--where',
    'not (type=costum) and type in (initial, custom)',
  );
  expect(slip.code).toBe(2);
  expect(slip.stderr + slip.stdout).toContain('initial, custom');
  expect((await tenantry('list', 'roleSet', '--where', 'type=custom')).code).toBe(0);
  await writeFile(view, JSON.stringify({ ...kept, colour: 'red' }));
  expect((await tenantry('list', 'user', '--view', view)).code).toBe(2);
  await writeFile(view, JSON.stringify({ ...kept, where: 'colour=red' }));
  expect((await tenantry('list', 'user', '--view', view)).code).toBe(2);
  expect((await tenantry('list', 'organization', '--view', view)).code).toBe(2);
});

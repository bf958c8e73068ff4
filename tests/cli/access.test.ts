import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { plainAccess } from '../engine/plain-access';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface Held {
  readonly holders: readonly {
    readonly userId: string;
    readonly organizationId: string;
    readonly path: readonly object[];
  }[];
}
interface Own {
  readonly organizations: readonly {
    readonly organizationId: string;
    readonly role: string;
    readonly permissions: readonly string[];
  }[];
}
interface Tried {
  readonly assertions: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly offenders: readonly object[];
  }[];
}

const manage = 'org:sys_memberships:manage';

test('who can, what can and why are answered as plain reads of the service say, and assertions are tried', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-access-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], input: unknown = '') =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets, JSON.stringify(input));
  await tenantry(['init', '--url', sandbox.url, '--name', 'Access']);
  const early = [{ name: 'nobody at all', nobody: {}, holding: manage }];
  expect((await tenantry(['assert', '-'], early)).code).toBe(2);
  await tenantry(['pull']);
  const plain = [...(await plainAccess(sandbox))].map((one) => one.split(' '));
  const managing = plain.filter(([, , key]) => key === manage);
  const { code, value } = jsonOf<Held>(await tenantry(['access', 'who-can', manage]));
  expect(code).toBe(0);
  expect(value.holders.map((one) => `${one.userId} ${one.organizationId} ${manage}`).sort()).toEqual(
    managing.map((one) => one.join(' ')).sort(),
  );
  expect(value.holders[0]?.path.at(-1)).toMatchObject({ entity: 'permission', key: manage });
  const [person = '', place = ''] = managing[0] ?? [];
  const own = jsonOf<Own>(await tenantry(['access', 'what-can', person])).value.organizations;
  expect(own.flatMap((one) => one.permissions.map((key) => `${one.organizationId} ${key}`)).sort()).toEqual(
    plain
      .filter(([id]) => id === person)
      .map(([, at, key]) => `${at} ${key}`)
      .sort(),
  );

  const why = ['access', 'why', person, manage, '--org', place];
  expect(jsonOf(await tenantry([...why, '--expect', 'allowed']))).toMatchObject({
    code: 0,
    value: { allowed: true, blockers: [] },
  });
  expect((await tenantry([...why, '--expect', 'denied'])).code).toBe(5);
  await tenantry(
    ['stage', '-'],
    [{ entity: 'user', recordId: person, action: { verb: 'update', field: 'banned', value: true } }],
  );
  expect((await tenantry([...why, '--expect', 'allowed'])).code).toBe(0);
  expect(jsonOf(await tenantry([...why, '--after-reconcile', '--expect', 'allowed']))).toMatchObject({
    code: 5,
    value: { allowed: false, blockers: [{ kind: 'banned' }] },
  });
  expect(jsonOf(await tenantry(['access', 'what-can', person, '--after-reconcile'])).value).toMatchObject({
    organizations: [],
  });
  const blocked = await tenantry(['access', 'what-can', person, '--after-reconcile', '--blocked']);
  expect(jsonOf<Own>(blocked).value.organizations).toHaveLength(own.length);
  const ownBarred = [...['access', 'what-can', person], '--after-reconcile', '--blocked', '--expect'];
  expect((await tenantry([...ownBarred, 'denied'])).code).toBe(0);
  const difference = jsonOf(await tenantry(['access', 'difference', '--permission', manage]));
  expect(difference.value).toMatchObject({
    gainedTotal: 0,
    lostTotal: managing.filter(([id]) => id === person).length,
  });
  expect(jsonOf(await tenantry([...why, '--as-of', String(Date.now())])).value).toMatchObject({
    allowed: true,
  });

  for (const wrong of [
    ['access', 'who-can', 'org:memberships:mange'],
    ['access', 'why', 'nobody@example.com', manage, '--org', place],
    ['access', 'why', person, manage, '--org', 'org_nowhere'],
    ['access', 'who-can', 'org:memberships:mange', '--as-of', String(Date.now())],
    ['access', 'why', 'nobody@example.com', manage, '--org', place, '--as-of', String(Date.now())],
    ['access', 'why', person, 'org:mange', '--org', place, '--as-of', String(Date.now())],
    ['access', 'why', person, manage, '--org', '', '--as-of', String(Date.now())],
    ['access', 'difference', '--person', 'nobody@example.com', '--from', String(Date.now())],
    [...why, '--as-of', 'yesterday'],
    [...why, '--as-of', '2020-01-01'],
    [...why, '--as-of', '2026-01-01', '--after-reconcile'],
    ['access', 'difference'],
  ])
    expect([wrong, (await tenantry(wrong)).code]).toEqual([wrong, 2]);

  const rules = [
    { name: 'an admin everywhere', every: 'organization', atLeast: 1, holding: manage },
    { name: 'a thousand admins everywhere', every: 'organization', atLeast: 1_000, holding: manage },
    { name: 'nobody of elsewhere', nobody: { emailDomainNot: 'nowhere.example' }, holding: manage },
  ];
  const tried = jsonOf<Tried>(await tenantry(['assert', '-'], rules));
  expect(tried.code).toBe(5);
  expect(tried.value.assertions.map(({ holds }) => holds)).toEqual([true, false, false]);
  expect(tried.value.assertions[2]?.offenders).toHaveLength(managing.length);
  expect((await tenantry(['assert', '-'], rules.slice(0, 1))).code).toBe(0);
  for (const odd of [
    { ...rules[0], holding: 'org:no:such' },
    { ...rules[0], atMost: 3 },
    { ...rules[2], in: 'org_no' },
    { ...rules[2], nobody: { emailDomainNot: '@acme.com' } },
  ])
    expect((await tenantry(['assert', '-'], [odd])).code).toBe(2);
  const unshaped = await tenantry(['assert', '-'], [{ ...rules[0], every: 'role' }]);
  expect(unshaped.stderr).toContain('either every with atLeast, or nobody');
}, 240_000);

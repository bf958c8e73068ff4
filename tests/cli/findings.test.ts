import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

/** Each command is a process, with a key to derive from the passphrase. */

interface Told {
  readonly id: string;
  readonly severity: string;
  readonly state: string;
  readonly open: number;
  readonly accepted: number;
  readonly reason: string;
}
interface Found {
  readonly check: string;
  readonly severity: string;
  readonly entity: string;
  readonly recordId: string;
  readonly organizationId: string;
  readonly why: string;
  readonly evidence: readonly object[];
}
interface Report {
  readonly findings: readonly Found[];
  readonly checks: readonly Told[];
  readonly notKnown: readonly { readonly check: string; readonly why: string }[];
}

test('findings are told by severity with an exit code, accepted until a day, and own checks are tried with them', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 1, scale: 0.05, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const directory = join(await mkdtemp(join(tmpdir(), 'tenantry-findings-')), 'workspace');
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], input: unknown = '') =>
    runCli(cli, [...words, '--dir', directory, '--json'], secrets, JSON.stringify(input));
  const told = async (...words: string[]) => {
    const { code, value } = jsonOf<Report>(await tenantry(['findings', ...words]));
    const of = (id: string): Told | undefined => value.checks.find((each) => each.id === id);
    const hits = (id: string) => value.findings.filter((each) => each.check === id);
    return { code, all: value.checks, found: value.findings, notKnown: value.notKnown, of, hits };
  };
  const made = await fetch(`${sandbox.url}/v1/enterprise_connections`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sandbox.secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ name: 'Silent', provider: 'saml_okta', domains: ['silent.example'], active: true },
      saml: { idp_sso_url: 'https://idp.silent.example/sso' },
    }),
  });
  const { id: silent } = (await made.json()) as { id: string };
  await tenantry(['init', '--url', sandbox.url, '--name', 'Findings']);
  expect((await tenantry(['findings'])).code).toBe(2);
  await tenantry(['pull']);

  const first = await told();
  expect(first.code).toBe(5);
  expect((await told('--fail-on', 'none')).code).toBe(0);
  expect(first.found[0]).toMatchObject({
    severity: 'high',
    why: expect.stringMatching(/\w/),
    recordId: expect.stringMatching(/\w/),
  });
  expect((await tenantry(['findings', '--severity', 'grave'])).code).toBe(2);
  const [member] = first.found.filter(({ entity }) => entity === 'membership');
  const own = await told('--org', member?.organizationId ?? '');
  const ofIt = first.found.filter(({ organizationId }) => organizationId === member?.organizationId);
  expect(own.found.filter(({ organizationId }) => organizationId !== '')).toEqual(ofIt);
  expect(own.of('admin-without-second-factor')?.open).toBe(
    ofIt.filter(({ check }) => check === 'admin-without-second-factor').length,
  );
  expect((await tenantry(['findings', '--org', 'org_none'])).code).toBe(2);
  const critical = await told('--severity', 'high');
  expect(new Set(critical.found.map(({ severity }) => severity))).toEqual(new Set(['high']));
  expect(new Set(critical.all.map(({ severity }) => severity))).toEqual(new Set(['critical']));
  expect(critical.hits('certificate-ends')[0]?.evidence).toContainEqual(
    expect.objectContaining({ label: 'Domains' }),
  );
  expect(first.of('no-support-address')).toMatchObject({ state: 'untried', open: 0 });
  expect(first.of('no-support-address')?.reason).toContain('Platform token');

  const open = critical.all.filter((each) => each.open > 0);
  const [whole, ...others] = open;
  const accept = (...words: string[]) => tenantry(['accept-finding', ...words]);
  expect((await accept(whole?.id ?? '')).code).toBe(2);
  expect((await accept('no-such-check', '--reason', 'x')).code).toBe(2);
  expect((await accept(whole?.id ?? '', '--reason', 'x', '--record', 'user_none')).code).toBe(2);
  expect((await accept(whole?.id ?? '', '--reason', 'x', '--until', '2020-01-01')).code).toBe(2);
  expect((await told()).of(whole?.id ?? '')?.accepted).toBe(0);
  const until = ['--until', '2999-01-01', '--by', 'Ada', '--reason', 'The customer knows'];
  expect((await accept(whole?.id ?? '', ...until)).code).toBe(0);
  for (const { id } of others)
    for (const { recordId } of critical.hits(id))
      expect((await accept(id, '--record', recordId, ...until)).code).toBe(0);
  // It does not tell when its certificate ends: who answers for that answers for the exit code as well.
  const answered = await accept('certificate-ends', '--record', silent, ...until);
  expect(answered.code).toBe(0);
  expect(jsonOf<{ value: { notKnown: boolean } }>(answered).value.value.notKnown).toBe(true);
  const accepted = await told('--severity', 'critical');
  expect(accepted.code).toBe(0);
  expect(accepted.of(whole?.id ?? '')).toMatchObject({ state: 'found', open: 0 });
  expect(accepted.found).toEqual([]);
  expect(accepted.notKnown).toEqual([]);
  expect(accepted.of('certificate-ends')).toMatchObject({ notKnown: 0, notKnownAccepted: 1 });
  expect((await told('--fail-on', 'warning')).code).toBe(5);
  expect((await accept(whole?.id ?? '', '--take-back')).code).toBe(0);
  expect((await accept(whole?.id ?? '', '--take-back')).code).toBe(2);
  expect((await told()).code).toBe(5);

  const value = {
    title: 'Viewers',
    severity: 'advice',
    why: 'Too many.',
    entity: 'membership',
    where: 'role=org:viewer',
  };
  expect(
    (await tenantry(['keep', 'findingCheck', '-'], [{ id: 'odd', value: { ...value, where: 'x=1' } }])).code,
  ).toBe(2);
  expect((await tenantry(['keep', 'findingCheck', '-'], [{ id: 'viewers', value }])).code).toBe(0);
  const viewers = (await told()).of('own.viewers');
  const listed = jsonOf<{ readonly total: number }>(
    await tenantry(['list', 'membership', '--where', 'role=org:viewer']),
  );
  expect(viewers?.open).toBe(listed.value.total);

  // Nobody can say that nothing is open where nobody could look: neither found nor fine.
  expect((await accept(whole?.id ?? '', ...until)).code).toBe(0);
  await sandbox.control.addFault({
    kind: 'status',
    status: 403,
    times: 1_000,
    match: { method: 'GET', path: '/enterprise_connections' },
  });
  await tenantry(['pull']);
  const blind = await tenantry(['findings', '--severity', 'high']);
  expect(blind.code).toBe(3);
  const named = [expect.objectContaining({ check: 'connection-on-unverified-domain' })];
  expect(jsonOf<Report>(blind).value).toMatchObject({
    findings: [],
    notKnown: expect.arrayContaining(named),
  });
  expect(blind.stderr).toContain('Not known: ');
  expect((await told('--severity', 'high', '--fail-on', 'none')).code).toBe(0);
});

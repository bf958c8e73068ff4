import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

const secrets = { TENANTRY_PASSPHRASE: 'correct horse battery staple' };
let cli = '';
let sandbox: Sandbox;
let folder = '';
let directory = '';

const tenantry = (words: readonly string[], more = {}, input = '') => {
  const [command = '', ...rest] = words;
  return runCli(cli, [command, '--dir', directory, '--json', ...rest], { ...secrets, ...more }, input);
};

type Report = {
  report: { applied: number; unknown: number; left: number; stoppedBy: { code: string } | null };
};

/** Three roles staged on a fresh workspace; then one `apply`. */
async function applied(before: () => Promise<unknown>) {
  const { value } = jsonOf<{ rows: { id: string }[] }>(
    await tenantry(['list', 'membership', '--where', 'role=org:member', '--limit', '3']),
  );
  const drafts = value.rows.map(({ id: recordId }) => ({
    entity: 'membership',
    recordId,
    action: { verb: 'update', field: 'role', value: 'org:viewer' },
  }));
  expect(jsonOf(await tenantry(['stage', '-'], {}, JSON.stringify(drafts))).code).toBe(0);
  await before();
  const run = jsonOf<Report>(await tenantry(['apply']));
  await sandbox.control.clearFaults();
  await sandbox.control.up();
  return run;
}

const patches = { method: 'PATCH' } as const;

beforeAll(async () => {
  cli = await buildCli();
  sandbox = await startSandbox({ world: 'northwind', seed: 5, scale: 0.02 });
  folder = await mkdtemp(join(tmpdir(), 'tenantry-codes-'));
  directory = join(folder, 'workspace');
  await tenantry(['init', '--url', sandbox.url, '--name', 'Codes'], { TENANTRY_API_KEY: sandbox.secretKey });
  expect(jsonOf(await tenantry(['pull'])).code).toBe(0);
});
afterAll(async () => {
  await sandbox.close();
});

test('a key refused at the first write: 4, and everything is left', async () => {
  const { code, value } = await applied(() =>
    sandbox.control.addFault({ kind: 'status', status: 401, times: 100, match: patches }),
  );
  expect(code).toBe(4);
  expect(value.report).toMatchObject({ applied: 0, left: 3, stoppedBy: { code: 'key-refused' } });
  expect(jsonOf<Report>(await tenantry(['apply']))).toMatchObject({
    code: 0,
    value: { report: { applied: 3 } },
  });
});

test('a network that goes away with the first answers: 3, and the report counts what is of unknown fate', async () => {
  const { code, value } = await applied(async () => {
    await sandbox.control.addFault({ kind: 'drop', phase: 'after', times: 100, match: patches });
    await sandbox.control.addFault({
      kind: 'drop',
      phase: 'before',
      times: 1_000,
      skip: 9,
      match: { method: 'GET' },
    });
  });
  expect(code).toBe(3);
  const { applied: done, unknown, left } = value.report;
  expect(unknown).toBeGreaterThan(0);
  expect(done + unknown + left).toBe(3);
  const { value: open } = jsonOf<{ state: string }[]>(await tenantry(['intents', '--state', 'unknown']));
  expect(JSON.stringify(open).match(/"unknown"/g)?.length).toBe(unknown);
  expect(jsonOf(await tenantry(['apply'])).code).toBe(0);
});

test('whom a run that was cut short left on a value in between: status, doctor and pull say who, and what ends it', async () => {
  const { value } = jsonOf<{ rows: { id: string; name: string; username: string }[] }>(
    await tenantry(['list', 'user', '--where', 'username!=', '--limit', '2']),
  );
  const [a, b] = value.rows;
  const drafts = [a?.id, b?.id].map((recordId, at) => ({
    entity: 'user',
    recordId,
    action: { verb: 'update', field: 'username', value: value.rows[1 - at]?.username },
  }));
  expect(jsonOf(await tenantry(['stage', '-'], {}, JSON.stringify(drafts))).code).toBe(0);
  await sandbox.control.addFault({ kind: 'status', status: 401, skip: 1, times: 1_000, match: patches });
  expect(jsonOf(await tenantry(['apply'])).code).toBe(4);
  const { value: status } = jsonOf<{ between: { label: string; wanted: string }[] }>(
    await tenantry(['status']),
  );
  expect(status.between).toMatchObject([{ field: 'username', staged: true }]);
  const [{ label = '', wanted = '' } = {}] = status.between;
  const told = [expect.stringContaining(label), `${wanted} is staged for it: apply that.`];
  const { value: doctor } = jsonOf<{ checks: { ok: boolean; detail: string; next: string }[] }>(
    await tenantry(['doctor']),
  );
  expect(doctor.checks.filter(({ ok }) => !ok).map(({ detail, next }) => [detail, next])).toEqual([told]);
  const pulled = await tenantry(['pull']);
  expect([pulled.code, pulled.stderr]).toEqual([0, expect.stringContaining(told[1])]);
  await sandbox.control.clearFaults();
  expect(jsonOf<Report>(await tenantry(['apply']))).toMatchObject({
    code: 0,
    value: { report: { applied: 2 } },
  });
  expect(jsonOf(await tenantry(['status'])).value).toMatchObject({ between: [] });
});

test('429 to every write: 3, and everything is left', async () => {
  const { code, value } = await applied(() =>
    sandbox.control.addFault({ kind: 'status', status: 429, retryAfter: 0.05, times: 1_000, match: patches }),
  );
  expect(code).toBe(3);
  expect(value.report).toMatchObject({ applied: 0, left: 3, unknown: 0 });
  expect(jsonOf(await tenantry(['apply'])).code).toBe(0);
});

test('more invitations than an hour takes: the plan says how long, apply ends with 3 and meets no 429, in no process', async () => {
  const { value } = jsonOf<{ rows: { id: string }[] }>(
    await tenantry(['list', 'organization', '--limit', '1']),
  );
  const organizationId = value.rows[0]?.id ?? '';
  await sandbox.control.edit([{ organization: organizationId, set: { max_allowed_memberships: 0 } }]);
  expect(jsonOf(await tenantry(['pull'])).code).toBe(0);
  const { rateLimited } = await sandbox.control.state();
  const drafts = Array.from({ length: 510 }, (_, each) => ({
    entity: 'invitation',
    action: {
      verb: 'create',
      values: { organizationId, email: `p${each}@only.example`, role: 'org:member' },
    },
  }));
  expect(jsonOf(await tenantry(['stage', '-'], {}, JSON.stringify(drafts))).code).toBe(0);

  const planned = await tenantry(['plan']);
  const limit = 'the service takes 50 bulk organization invitations an hour';
  expect(jsonOf(planned)).toMatchObject({ code: 0, value: { time: { ms: 3_672_000, limit } } });
  expect(planned.stderr).toContain(`It takes about an hour: ${limit}.`);

  const first = jsonOf<Report>(await tenantry(['apply']));
  expect(first).toMatchObject({ code: 3, value: { report: { stoppedBy: { code: 'rate-limited' } } } });
  const { applied, left } = first.value.report;
  // Ten go together; on a busy machine some go before ten have gathered.
  expect([applied > 250, applied <= 500, applied + left]).toEqual([true, true, drafts.length]);
  expect(jsonOf<Report>(await tenantry(['apply']))).toMatchObject({
    code: 3,
    value: { report: { applied: 0, left, stoppedBy: { code: 'rate-limited' } } },
  });
  expect((await sandbox.control.state()).rateLimited).toBe(rateLimited);
});

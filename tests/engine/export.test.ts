import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EntityName } from '@shared/domain/entity';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';

async function openCopy() {
  const directory = await temporaryFolder();
  const sandbox = await startSandbox({ world: 'northwind', scale: 0.08 });
  const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'content-type': 'application/json' };
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(`${sandbox.url}/v1${path}`, { ...init, headers })).json() as Promise<
      Record<string, unknown>
    >;
  await ask('/users', {
    method: 'POST',
    body: JSON.stringify({ first_name: '=2+3', last_name: 'Öz', email_address: ['oz@acme.example'] }),
  });
  const engine = await engineOn(sandbox, directory);
  const out = await temporaryFolder();
  const save = async (entity: EntityName, request: object = {}, query: object = {}) => {
    const file = join(out, `${entity}.out`);
    const report = await engine.exportTable(file, { query: { entity, ...query }, format: 'csv', ...request });
    return { file, report };
  };
  const table = async (entity: EntityName, request: object = {}, query: object = {}) => {
    const { file, report } = await save(entity, request, query);
    valueIn(report);
    return parse(await readFile(file), { columns: true }) as Record<string, string>[];
  };
  return { directory, engine, ask, out, save, table };
}

it('a table leaves whole, as the service holds it, in every format', async () => {
  const { ask, save, table } = await openCopy();
  const theirs = (await ask('/users?limit=500')) as unknown as readonly Record<string, unknown>[];
  const rows = await table('user');
  expect(rows.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => String(id)).sort());
  expect(rows.find(({ email }) => email === 'oz@acme.example')).toMatchObject({
    firstName: "'=2+3",
    lastName: 'Öz',
    banned: 'false',
    lastSignInAt: '',
  });
  const sorted = await table(
    'user',
    { columns: ['email', 'name'] },
    { sort: { field: 'email', direction: 'desc' } },
  );
  expect(Object.keys(sorted[0] ?? {})).toEqual(['email', 'name']);
  expect(sorted.map(({ email }) => email)).toEqual(
    sorted
      .map(({ email }) => email)
      .toSorted()
      .reverse(),
  );

  const found = await table('user', { columns: ['id'] }, { text: 'an' });
  expect(found.length).toBeGreaterThan(2);
  expect(found).toEqual(found.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));

  const sheet = await save('membership', { format: 'xlsx' });
  const [head = [], ...cells] = await readSheet(await readFile(sheet.file));
  const report = valueIn(sheet.report);
  expect(report).toMatchObject({ rows: cells.length, cut: 0, changedMeanwhile: false, columns: head });
  const members = (await ask('/organization_memberships?limit=500')) as { total_count?: number };
  expect(cells.length).toBe(members.total_count);

  const lines = await save('role', { format: 'jsonl', columns: ['key', 'permissionKeys'] });
  const read = (await readFile(lines.file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(read).toContainEqual({
    key: 'org:admin',
    permissionKeys: expect.arrayContaining([expect.any(String)]),
  });
});

it('what is counted of a row, worked out of it or stands in what it names leaves where it is asked for', async () => {
  const { save, table } = await openCopy();
  const members = await table('membership', { columns: ['organizationId', 'userId', 'role', 'banned'] });
  const [organizations, people] = [await table('organization'), await table('user')];
  const of = await table('organization', {
    columns: ['id', 'admins', 'invited', 'seatsUsed', 'seatLimit', 'planName'],
  });
  const invitations = await table('invitation', { columns: ['organizationId', 'status'] });
  expect(of).toHaveLength(organizations.length);
  for (const { id, admins, invited } of of) {
    const inside = members.filter(({ organizationId }) => organizationId === id);
    expect(Number(admins)).toBe(inside.filter(({ role }) => role === 'org:admin').length);
    const pending = invitations.filter((one) => one.organizationId === id && one.status === 'pending');
    expect(Number(invited)).toBe(pending.length);
  }
  expect(of.some(({ planName }) => planName !== '')).toBe(true);
  for (const { id, organizations: count } of await table('user', { columns: ['id', 'organizations'] }))
    expect(Number(count)).toBe(members.filter(({ userId }) => userId === id).length);
  const banned = new Set(people.filter((person) => person.banned === 'true').map(({ id }) => id));
  for (const { userId, banned: is } of members) expect(is).toBe(String(banned.has(userId)));

  const past = await save('organization', { columns: ['admins'], asOf: Date.now() });
  expect(past.report).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('what admins was at a past moment is not known') },
  });
});

it('names, addresses, ids and metadata are replaced, the same by the same in every table', async () => {
  const { table } = await openCopy();
  const people = await table('user');
  const replaced = await table('user', { pseudonymise: true });
  const members = await table('membership', { pseudonymise: true });
  const whole = JSON.stringify([replaced, members]);
  for (const { id = '', email = '', lastName = '', username = '' } of people)
    for (const told of [id, email, username, ...(lastName.length > 3 ? [`"${lastName}"`] : [])])
      if (told !== '') expect(whole).not.toContain(told);
  const known = new Set(replaced.map(({ id }) => id));
  expect(known.size).toBe(people.length);
  for (const { userId } of members) expect(known).toContain(userId);
  expect(replaced.map(({ banned }) => banned)).toEqual(people.map(({ banned }) => banned));
  const again = await table('user', { pseudonymise: true });
  expect(again).toEqual(replaced);
});

it('a table as it was leaves as it was; what cannot be written leaves what was there', async () => {
  const { engine, ask, out, save, table } = await openCopy();
  const before = Date.now();
  const [first] = await table('organization', { columns: ['id', 'name'] });
  await ask(`/organizations/${first?.id}`, {
    method: 'PATCH',
    body: JSON.stringify({ name: 'Renamed by hand' }),
  });
  valueIn(await engine.call('startSync', {}));
  valueIn(await waitForSweep(engine));
  const named = async (request: object) =>
    (await table('organization', request)).find(({ id }) => id === first?.id)?.name;
  expect(await named({})).toBe('Renamed by hand');
  expect(await named({ asOf: before })).toBe(first?.name);

  const kept = join(out, 'organization.out');
  await writeFile(kept, 'mine');
  const early = await save('organization', { asOf: 1 });
  expect(early.report).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await readFile(kept, 'utf8')).toBe('mine');
  const nowhere = await engine.exportTable(join(out, 'none', 'file'), {
    query: { entity: 'user' },
    format: 'csv',
  });
  expect(nowhere).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('There is no folder') },
  });
  const strange = await engine.exportTable(kept, {
    query: { entity: 'user' },
    format: 'csv',
    columns: ['nme'],
  });
  expect(strange).toMatchObject({
    ok: false,
    error: {
      message: expect.stringMatching(
        /^user has no column nme; its columns are .*[^.]\. Nothing was changed\.$/,
      ),
    },
  });
  expect(
    await engine.exportTable(kept, {
      ...{ query: { entity: 'user' }, format: 'csv' },
      columns: ['email', 'name', 'email'],
    }),
  ).toMatchObject({ ok: false, error: { message: expect.stringContaining('email is asked for twice') } });
  expect((await readdir(out)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('who was in an organization then is told by the memberships of then; figures of then are not made up', async () => {
  const { engine, ask, save, table } = await openCopy();
  const before = Date.now();
  const [member] = await table('membership', { columns: ['organizationId', 'userId'] }, { limit: 1 });
  const { organizationId = '', userId = '' } = member ?? {};
  const people = async (request: object = {}) =>
    (await table('user', { columns: ['id'], ...request }, { scope: organizationId })).map(({ id }) => id);
  expect(await people()).toContain(userId);
  await ask(`/organizations/${organizationId}/memberships/${userId}`, { method: 'DELETE' });
  valueIn(await engine.call('startSync', {}));
  valueIn(await waitForSweep(engine));
  expect(await people()).not.toContain(userId);
  expect(await people({ asOf: before })).toContain(userId);

  const alone = { where: [{ field: 'organizations', op: 'eq', value: 0 }] };
  expect(await save('user', { asOf: before }, alone)).toMatchObject({
    report: { ok: false, error: { code: 'invalid-input', message: expect.stringContaining('past moment') } },
  });
});

it('a workspace is not overwritten by a table of its own, and closes while one is written', async () => {
  const { directory, engine, out } = await openCopy();
  const query = { entity: 'membership', sort: { field: 'createdAt', direction: 'asc' } };
  const whole = await readFile(join(directory, 'tenantry.db'));
  expect(await engine.exportTable(join(directory, 'tenantry.db'), { query, format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', message: expect.stringContaining('folder of the workspace itself') },
  });
  expect((await readFile(join(directory, 'tenantry.db'))).subarray(0, 4_096)).toEqual(
    whole.subarray(0, 4_096),
  );
  expect(await engine.exportTable(join(out, 'x'.repeat(250)), { query, format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', message: expect.stringContaining('too long') },
  });
  const written = engine.exportTable(join(out, 'closed.xlsx'), { query, format: 'xlsx' });
  // It has begun once its place was looked at.
  await vi.waitFor(async () => expect(await readdir(out)).not.toEqual([]), { interval: 1 });
  await engine.close();
  const answer = await written;
  if (!answer.ok) expect(answer.error.code).toBe('engine-stopped');
  expect(await readdir(out)).toEqual(answer.ok ? ['closed.xlsx'] : []);
});

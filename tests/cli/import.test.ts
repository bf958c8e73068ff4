import { lstat, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { ImportSummary } from '@shared/contract/import';
import type { ImportRow } from '@shared/domain/import/import-row';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

interface Imported {
  readonly summary: ImportSummary;
  readonly rows: readonly ImportRow[];
  readonly staged: number;
  readonly columns: readonly { readonly name: string; readonly path: string | null }[];
}

async function openPool() {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 5, scale: 0.1 });
  onTestFinished(() => sandbox.close());
  const folder = await temporaryFolder();
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], input = '') =>
    runCli(cli, [...words, '--dir', join(folder, 'workspace'), '--json'], secrets, input);
  const read = async <T = Imported>(words: readonly string[], input = '') =>
    jsonOf<T>(await tenantry(words, input));
  const rows = async (words: readonly string[]) =>
    (await read<{ rows: Record<string, unknown>[] }>(['list', ...words])).value.rows;
  await tenantry(['init', '--url', `${sandbox.url}/v1`, '--name', 'Import']);
  await tenantry(['pull']);
  return { folder, read, rows };
}

test('what left by the export, edited, comes in as exactly these edits, and reaches the service', async () => {
  const { folder, read, rows } = await openPool();
  const file = join(folder, 'members.csv');
  await read(['export', 'membership', '--out', file]);
  const text = await readFile(file, 'utf8');
  const dry = await read(['import', file, '--entity', 'membership', '--dry-run']);
  expect(dry).toMatchObject({
    code: 0,
    value: { staged: 0, summary: { changed: 0, new: 0, removed: 0, refused: 0 } },
  });
  expect(dry.value.summary.same).toBe(dry.value.rows.length);

  const [member] = await rows(['membership', '--where', 'role=org:member', '--limit', '1']);
  const line = text.split('\r\n').find((each) => each.startsWith(String(member?.id))) ?? '';
  await writeFile(file, text.replace(line, line.replace('org:member', 'org:admin')));
  const done = await read(['import', file, '--entity', 'membership']);
  expect(done).toMatchObject({ code: 0, value: { staged: 1, summary: { changed: 1, refused: 0 } } });
  expect(done.value.rows.filter(({ outcome }) => outcome !== 'same')).toMatchObject([
    { recordId: member?.id, diff: [{ field: 'role', from: 'org:member', to: 'org:admin' }] },
  ]);
  expect((await read(['apply'])).code).toBe(0);
  expect(await rows(['membership', '--where', `id=${String(member?.id)}`])).toMatchObject([
    { role: 'org:admin' },
  ]);
});

test('a list of leavers bans, or removes, those whom it names; who is misspelt is told and nobody is made', async () => {
  const { folder, read, rows } = await openPool();
  const people = (await rows(['user', '--where', 'banned=false', '--where', 'email!=', '--limit', '3'])).map(
    ({ email }) => String(email),
  );
  const list = ['email', ...people, 'typo@nowhere.example'].join('\n');
  const refused = join(folder, 'refused.csv');
  const words = ['import', '-', '--entity', 'user', '--set', 'banned=true'];
  const strict = await read([...words, '--strict'], list);
  expect(strict).toMatchObject({ code: 6, value: { staged: 0, summary: { changed: 3, refused: 1 } } });
  const isLink = process.platform !== 'win32';
  if (isLink) await symlink(join(folder, 'elsewhere.csv'), refused);
  const done = await read([...words, '--refused', refused], list);
  expect(done).toMatchObject({ code: 6, value: { staged: 3, summary: { changed: 3, new: 0, refused: 1 } } });
  expect(await readFile(refused, 'utf8')).toMatch(/^email,line,why\r\ntypo@nowhere.example,5,/);
  expect((await lstat(refused)).isSymbolicLink(), 'no file takes the place of a link or a device').toBe(
    isLink,
  );

  const memberships = (await rows(['membership', '--where', 'role=org:member', '--limit', '2'])).map(
    ({ organizationId, userEmail }) => `${String(organizationId)},${String(userEmail)},yes`,
  );
  const gone = await read(
    ['import', '-', '--entity', 'membership'],
    ['organization,email,delete', ...memberships].join('\n'),
  );
  expect(gone).toMatchObject({ code: 0, value: { staged: 2, summary: { removed: 2 } } });
});

test('what cannot be read, or means nothing, is an error that says what is possible, and stages nothing', async () => {
  const { folder, read } = await openPool();
  const fault = async (words: readonly string[], input = 'email\n') => {
    const { code, value } = await read<{ error: { message: string; next: string } }>(
      ['import', '-', ...words],
      input,
    );
    return { code, text: `${value.error.message} ${value.error.next}` };
  };
  const people = ['--entity', 'user'];
  expect(await fault(people, 'Email,name,email\n')).toEqual({
    code: 2,
    text: expect.stringContaining('two of its columns are called “email”'),
  });
  expect(await fault(people, 'email,name\n"kim,x\n')).toMatchObject({ code: 2 });
  expect(await fault(people, '')).toMatchObject({ code: 2, text: expect.stringContaining('empty') });
  expect(await fault([...people, '--map', 'shoeSize=email'])).toEqual({
    code: 2,
    text: expect.stringContaining('shoeSize is no field of user'),
  });
  expect(await fault([...people, '--map', 'username=Mail'])).toEqual({
    code: 2,
    text: expect.stringContaining('no column “Mail”'),
  });
  for (const odd of [
    ['--map', 'username=__proto__'],
    ['--map', '__proto__=email'],
    ['--set', '__proto__=x'],
  ])
    expect(await fault([...people, ...odd], 'email\nkim@acme.example\n'), odd.join(' ')).toEqual({
      code: 2,
      text: expect.stringContaining('__proto__'),
    });
  expect(await fault(people, 'shoe size\n42\n')).toEqual({
    code: 2,
    text: expect.stringContaining('None of the columns'),
  });
  const latin = join(folder, 'latin.csv');
  await writeFile(latin, Buffer.from('email,name\nz\xfcrich@acme.example,Z\n', 'latin1'));
  const odd = await read<{ error: { message: string } }>(['import', latin, ...people]);
  expect(odd).toMatchObject({ code: 2, value: { error: { message: expect.stringContaining('not UTF-8') } } });
  const mapped = await read(
    ['import', '-', ...people, '--map', 'E=email', '--map', 'firstName=F', '--dry-run'],
    'E,F\nnew@acme.example,Kim\n',
  );
  expect(mapped).toMatchObject({
    code: 0,
    value: { summary: { new: 1 }, columns: [{ path: 'email' }, { path: 'firstName' }] },
  });
  expect((await read<unknown[]>(['intents'])).value).toEqual([]);
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes, firstExitCode } from '@main/cli/exit-code';
import { listPools } from '@main/cli/pools-command';
import { createWorkspace } from '@main/workspace/create-workspace';
import { listWorkspaces } from '@main/workspace/list-workspaces';
import { keepCopiedAt } from '@main/workspace/pools/copied-at';
import { readCopies } from '@main/workspace/pools/read-copies';
import { wasWorkspace } from '@main/workspace/was-workspace';
import { type DatedCopy, newestFirst } from '@shared/contract/ask-parts';
import { failure, success } from '@shared/contract/failure';
import { copiedAt } from '@shared/contract/pool-copies';
import { WorkspaceId } from '@shared/domain/ids';
import { describe, expect, it, vi } from 'vitest';
import { asNobody } from '../support/as-nobody';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { aWorkspace } from './support/a-workspace';

const passphrase = 'correct horse';

describe('workspaces that cannot be opened', () => {
  it('are listed with what is wrong, and those behind links and marks open', async () => {
    const root = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await aWorkspace(join(root, 'good'));
    await aWorkspace(join(elsewhere, 'linked'), { id: WorkspaceId.parse('linked'), createdAt: 9 });
    await symlink(join(elsewhere, 'linked'), join(root, 'linked'));
    const json = await readFile(join(root, 'good', 'workspace.json'), 'utf8');
    for (const [name, text] of [
      ['truncated', json.slice(0, 40)],
      ['empty', ''],
      ['newer', json.replace('"version": 1', '"version": 2')],
      ['marked', `\ufeff${json}`],
    ] as const) {
      await mkdir(join(root, name));
      await writeFile(join(root, name, 'workspace.json'), text);
    }
    await mkdir(join(root, 'orphan'));
    await writeFile(join(root, 'orphan', 'tenantry.db'), 'x');
    const listed = await listWorkspaces(root);
    if (!listed.ok) throw new Error(listed.error.message);
    const names = listed.value.workspaces.map(({ directory }) => directory.slice(root.length + 1));
    expect(names.sort()).toEqual(['good', 'linked', 'marked']);
    const broken = Object.fromEntries(
      listed.value.broken.map(({ directory, failure: { code } }) => [directory.slice(root.length + 1), code]),
    );
    expect(broken).toEqual({
      truncated: 'database-damaged',
      empty: 'database-damaged',
      newer: 'newer-version',
      orphan: 'disk-error',
    });
  });

  it('are told by what is wrong with them, field by field, whatever stands there', async () => {
    const root = await temporaryFolder();
    await aWorkspace(join(root, 'private'));
    const json = await readFile(join(root, 'private', 'workspace.json'), 'utf8');
    const edited = (edit: object): string => JSON.stringify({ ...JSON.parse(json), ...edit });
    const nowhere = join(root, 'not', 'mounted');
    const files: Record<string, readonly [string, string]> = {
      service: [edited({ service: 'okta' }), 'service in workspace.json of * is "okta", which cannot be.'],
      scenario: [edited({ scenario: null }), 'scenario in workspace.json of * is null, which cannot be.'],
      version: [edited({ version: 0 }), 'version in workspace.json of * is 0, which cannot be.'],
      nameless: [edited({ name: '  ' }), 'name in workspace.json of * is "  ", which cannot be.'],
      undated: [edited({ createdAt: undefined }), 'createdAt is missing in workspace.json of *.'],
      unsealed: [
        edited({ vault: { kind: 'safe' } }),
        'The sealed key in workspace.json of * cannot be read (vault.kind).',
      ],
      empty: [' \n', 'workspace.json in * is empty.'],
      cut: [json.slice(0, -9), 'workspace.json in * is cut off, or no JSON.'],
      list: [`[${json}]`, 'workspace.json in * is no description of a workspace.'],
      number: ['7', 'workspace.json in * is no description of a workspace.'],
      deep: ['['.repeat(200_000), 'workspace.json in * is cut off, or no JSON.'],
      huge: [`${json}${' '.repeat(3_000_000)}`, 'workspace.json in * has 3 MB: it is another file.'],
    };
    for (const [name, [text]] of Object.entries(files)) {
      await mkdir(join(root, name));
      await writeFile(join(root, name, 'workspace.json'), text);
    }
    for (const name of ['folder', 'pipe', 'dead']) await mkdir(join(root, name));
    await mkdir(join(root, 'folder', 'workspace.json'));
    execFileSync('mkfifo', [join(root, 'pipe', 'workspace.json')]);
    await symlink(nowhere, join(root, 'dead', 'workspace.json'));
    await symlink(nowhere, join(root, 'away'));
    await symlink('round', join(root, 'round'));
    await chmod(root, 0o755);
    const listed = await asNobody(() => listWorkspaces(root));
    if (!listed.ok) throw new Error(listed.error.message);
    const told = listed.value.broken.map(({ directory, failure: { message } }) => [
      directory.slice(root.length + 1),
      message.replace(directory, '*').replace(' The database beside it was not touched.', ''),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      ...Object.fromEntries(Object.entries(files).map(([name, [, message]]) => [name, message])),
      private: 'This user may not read */workspace.json, or the folder it lies in.',
      folder: 'workspace.json in * is a folder or a device, and should be a file.',
      pipe: 'workspace.json in * is a folder or a device, and should be a file.',
      dead: `*/workspace.json is a link to ${nowhere}, and nothing is there.`,
      away: `* is a link to ${nowhere}, and nothing is there.`,
      round: '* is a link to round, and nothing is there.',
    });
    const next = listed.value.broken.find(({ directory }) => directory.endsWith('service'))?.failure.next;
    expect(next).toBe(
      'Possible is better-auth, or no such field. Correct it, or put workspace.json back from a backup.',
    );
  });

  it('are told from what never was one, where anything may stand beside them', async () => {
    const root = await temporaryFolder();
    await aWorkspace(join(root, 'whole'));
    const json = await readFile(join(root, 'whole', 'workspace.json'), 'utf8');
    const folders: Record<string, readonly [was: boolean, files: Record<string, string>]> = {
      misspelt: [true, { 'workspace.json': json.replace('b2b', 'b3b') }],
      newer: [true, { 'workspace.json': json.replace('"version": 1', '"version": 99') }],
      emptied: [true, { 'workspace.json': '', 'tenantry.db': 'x' }],
      orphan: [true, { 'tenantry.intents': 'x' }],
      monorepo: [false, { 'workspace.json': '{"version":2,"projects":{}}' }],
      editor: [false, { 'workspace.json': '{"folder":"file:///home/kim"}' }],
      blank: [false, { 'workspace.json': '' }],
    };
    for (const [name, [, files]] of Object.entries(folders)) {
      await mkdir(join(root, name));
      for (const [file, text] of Object.entries(files)) await writeFile(join(root, name, file), text);
    }
    await mkdir(join(root, 'pipe'));
    execFileSync('mkfifo', [join(root, 'pipe', 'workspace.json')]);
    await symlink(join(root, 'nowhere'), join(root, 'away'));
    await chmod(root, 0o777);
    await asNobody(() => mkdir(join(root, 'own'), { mode: 0o000 }));
    await mkdir(join(root, 'foreign'), { mode: 0o700 });
    const were: Record<string, boolean> = {};
    for (const name of [...Object.keys(folders), 'pipe', 'away', 'own', 'foreign'])
      were[name] = await asNobody(() => wasWorkspace(join(root, name)));
    // A disk that fails says nothing of what is there.
    await mkdir(join(root, 'failing'));
    await symlink('/proc/self/mem', join(root, 'failing', 'workspace.json'));
    were.failing = await wasWorkspace(join(root, 'failing'));
    // Where the system tells no owner, as Windows, one that nobody may look into may be this user's.
    const owner = vi.spyOn(process, 'geteuid').mockReturnValue(undefined as never);
    expect(await asNobody(() => wasWorkspace(join(root, 'own')))).toBe(true);
    expect(await asNobody(() => wasWorkspace(join(root, 'away')))).toBe(false);
    owner.mockRestore();
    await asNobody(() => chmod(join(root, 'own'), 0o700));
    expect(were).toEqual({
      ...Object.fromEntries(Object.entries(folders).map(([name, [was]]) => [name, was])),
      ...{ pipe: false, away: false, own: true, failing: true },
      // Who runs this as somebody else than root has no folder of another.
      foreign: process.getuid?.() !== 0,
    });
  });

  it('are not made over a database whose key is gone', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'tenantry.db'), 'precious');
    const { workspace } = await aWorkspace(await temporaryFolder());
    const made = await createWorkspace({
      ...workspace.info,
      directory: folder,
      apiKey: 'sk',
      protection: { kind: 'passphrase', passphrase },
    });
    expect(!made.ok && made.error.code).toBe('invalid-input');
    expect(await readdir(folder)).toEqual(['tenantry.db']);
  });
});

describe('copied pools that cannot be looked at', () => {
  const platform = WorkspaceId.parse('platform');
  const ofPool = { workspaceId: platform, applicationId: 'app_1' };

  it('are told with file and remedy, not as never complete and empty', async () => {
    const root = await temporaryFolder();
    const directory = join(root, 'pool');
    await aWorkspace(directory, { platform: ofPool });
    await aWorkspace(join(root, platform), { id: platform, scenario: 'platforms' });
    await writeFile(join(directory, 'tenantry.db'), 'x'.repeat(4_096));
    const look = async () => valueIn(await readCopies(root, platform))[0];
    expect(await look()).toMatchObject({ asOf: 0, bytes: 4_096, failure: null });
    await keepCopiedAt(directory, 1_750_000_000_000);
    expect(await look()).toMatchObject({ asOf: 1_750_000_000_000, failure: null });

    const file = join(directory, 'copied.json');
    await writeFile(file, '{"asOf":17');
    expect((await look())?.failure).toMatchObject({ message: expect.stringContaining(file) });
    await rm(file);
    await symlink('/proc/self/mem', file);
    expect(await look()).toMatchObject({
      asOf: 0,
      failure: { code: 'disk-error', message: expect.stringContaining(`Reading ${file} failed (EIO)`) },
    });
    await rm(file);
    await symlink('tenantry.db-wal', join(directory, 'tenantry.db-wal'));
    expect(await look()).toMatchObject({ failure: { message: expect.stringContaining('ELOOP') } });
    const dated = async () => valueIn(await readCopies(root, platform)).map((copy) => copiedAt(copy).ok);
    expect(await dated()).toEqual([false]);
    // Where its size alone cannot be read, when it was complete is known all the same.
    await keepCopiedAt(directory, 1_750_000_000_000);
    expect(await look()).toMatchObject({ failure: { message: expect.stringContaining('ELOOP') } });
    expect(await dated()).toEqual([true]);
    const listed = valueIn(await listPools(join(root, platform)));
    expect(firstExitCode(listed.copies)).toBe(exitCodes.disk);
    // Whose copy a damaged one is nobody knows: it is told, and not left out.
    expect(listed.unreadable).toEqual([]);
    await writeFile(join(directory, 'workspace.json'), '{');
    expect(valueIn(await listPools(join(root, platform)))).toMatchObject({
      copies: [],
      unreadable: [{ directory, failure: { code: 'database-damaged' } }],
    });
  });

  it('a copy that nobody can date is not passed over for another of the same application', async () => {
    const asked: string[] = [];
    const copy = (id: string, of: string, asOf: DatedCopy['asOf']): DatedCopy => ({
      ...{ of, asOf, workspaceId: WorkspaceId.parse(id) },
      ask: async () => {
        asked.push(id);
        return failure('not-found', 'None here.', '');
      },
    });
    const undated = failure('disk-error', 'Not readable.', 'Look at the disk.');
    const copiesOf = newestFirst([
      copy('old', 'app_1', success(1)),
      copy('undated', 'app_1', undated),
      copy('only', 'app_2', undated),
    ]);
    const freeze = {
      act: 'freeze',
      asked: { name: 'Admins', scope: { roleKey: 'org:admin', where: '' }, by: 'Ada' },
    } as const;
    for (const applicationId of ['app_1', 'app_2'])
      for (const each of copiesOf({ applicationId, name: '' })) await each.ask(freeze);
    expect(asked).toEqual(['old', 'only']);
    expect(copiesOf({ applicationId: 'app_1', name: '' })[0]?.workspaceId).toBe('undated');
  });
});

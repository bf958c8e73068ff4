import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace } from '@main/workspace/create-workspace';
import { diskFailure } from '@main/workspace/disk-failure';
import { forgetWorkspace } from '@main/workspace/forget-workspace';
import { listWorkspaces } from '@main/workspace/list-workspaces';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { readWorkspace } from '@main/workspace/read-workspace';
import type { Workspace } from '@main/workspace/workspace';
import { WorkspaceId } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { aWorkspace } from './support/a-workspace';

describe('a workspace folder', () => {
  it('tells what it is without its vault being opened, and never the API key', async () => {
    const folder = await temporaryFolder();
    await aWorkspace(folder);
    const read = await readWorkspace(folder);
    expect(read.ok && read.value.info).toEqual({
      id: 'northwind-1',
      name: 'Northwind',
      scenario: 'b2b',
      kind: 'remote',
      environment: 'development',
      url: 'https://identity.test/v1',
      protection: 'passphrase',
      createdAt: 1_750_000_000_000,
    });
  });

  it('is workspace-missing when it holds nothing, and database-damaged when workspace.json is', async () => {
    const folder = await temporaryFolder();
    const nothing = await readWorkspace(join(folder, 'nowhere'));
    expect(!nothing.ok && nothing.error.code).toBe('workspace-missing');
    await writeFile(join(folder, 'workspace.json'), '{"version":1,');
    const damaged = await readWorkspace(folder);
    expect(!damaged.ok && damaged.error.code).toBe('database-damaged');
  });

  it('is never overwritten by another', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder);
    await expect(aWorkspace(folder, { id: WorkspaceId.parse('other-1') })).rejects.toThrow(
      'holds a workspace',
    );
    const read = await readWorkspace(folder);
    expect(read.ok && read.value.info.id).toBe(workspace.info.id);
  });

  it('reports a place that cannot be written as a disk failure', async () => {
    const file = join(await temporaryFolder(), 'a-file');
    await writeFile(file, '');
    const { workspace } = await aWorkspace(await temporaryFolder());
    const made = await createWorkspace({
      ...workspace.info,
      directory: join(file, 'inside'),
      apiKey: 'sk',
      protection: { kind: 'passphrase', passphrase: 'correct horse' },
    });
    expect(!made.ok && made.error.code).toBe('disk-error');
  });
});

describe('the list of workspaces', () => {
  it('is empty where the root is missing, and leaves out what is no workspace', async () => {
    const root = await temporaryFolder();
    expect(await listWorkspaces(join(root, 'missing'))).toEqual({
      ok: true,
      value: { workspaces: [], broken: [] },
    });
    await aWorkspace(join(root, 'b'), { id: WorkspaceId.parse('b'), createdAt: 2 });
    await aWorkspace(join(root, 'a'), { id: WorkspaceId.parse('a'), createdAt: 1 });
    await mkdir(join(root, 'stray'));
    const listed = await listWorkspaces(root);
    expect(listed.ok && listed.value.workspaces.map((workspace) => workspace.info.id)).toEqual(['a', 'b']);
  });

  it('loses a workspace that is forgotten, but not one that is open', async () => {
    const root = await temporaryFolder();
    const { workspace } = await aWorkspace(join(root, 'a'));
    const lock = await lockWorkspace(workspace.directory);
    const refused = await forgetWorkspace(workspace, root);
    expect(!refused.ok && refused.error.code).toBe('workspace-open-elsewhere');
    if (lock.ok) await lock.value.release();
    expect((await forgetWorkspace(workspace, root)).ok).toBe(true);
    expect(await listWorkspaces(root)).toEqual({ ok: true, value: { workspaces: [], broken: [] } });
  });

  it.each(['platform', 'first', 'last'])(
    'of a sandbox platform is forgotten with its applications, or all stay as they are while its %s one is open',
    async (open) => {
      const root = await temporaryFolder();
      const made = async (name: string, scenario: 'platforms' | 'b2b'): Promise<Workspace> => {
        const id = WorkspaceId.parse(name);
        const platform = { workspaceId: WorkspaceId.parse('platform'), applicationId: `app_${name}` };
        const wanted = { id, scenario, kind: 'sandbox', environment: 'sandbox' } as const;
        return (
          await aWorkspace(join(root, id), { name, ...wanted, ...(scenario === 'b2b' && { platform }) })
        ).workspace;
      };
      const workspaces = [
        await made('first', 'b2b'),
        await made('platform', 'platforms'),
        await made('last', 'b2b'),
      ];
      const [, platform] = workspaces;
      if (platform === undefined) throw new Error('there is none');
      const lock = valueIn(await lockWorkspace(join(root, open)));
      let left = 0;
      const forget = () =>
        forgetWorkspace(platform, root, async () => {
          left += 1;
        });
      const message = expect.stringMatching(new RegExp(`^${open} is open in`));
      expect(await forget()).toMatchObject({ error: { code: 'workspace-open-elsewhere', message } });
      // Its windows are left only once nothing stands against it.
      expect(left).toBe(open === 'platform' ? 1 : 0);
      await lock.release();
      expect(valueIn(await listWorkspaces(root)).workspaces).toHaveLength(3);
      expect(await forget()).toMatchObject({ ok: true });
      expect(valueIn(await listWorkspaces(root)).workspaces).toEqual([]);
    },
  );
});

describe('a failed file operation', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-read-only'],
    ['EIO', 'disk-error'],
  ])('%s becomes %s', (errno, code) => {
    const failed = diskFailure(Object.assign(new Error('no'), { code: errno }), 'Writing');
    expect(!failed.ok && failed.error.code).toBe(code);
  });

  it('lets a bug through', () => {
    expect(() => diskFailure(new TypeError('a bug'), 'Writing')).toThrow('a bug');
  });
});

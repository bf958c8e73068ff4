import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bindVault } from '@main/workspace/bind-vault';
import { lockPlace } from '@main/workspace/lock/lock-place';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { makeFolder } from '@main/workspace/new-folder';
import { readWorkspace, workspaceOfText } from '@main/workspace/read-workspace';
import { replaceApiKey } from '@main/workspace/replace-api-key';
import { type RestoredFiles, restoreWorkspace } from '@main/workspace/restore-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { wrapSecrets } from '@main/workspace/vault/wrap-secrets';
import { vaultTarget } from '@main/workspace/vault-target';
import type { Workspace } from '@main/workspace/workspace';
import { failure, type Result } from '@shared/contract/failure';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { aWorkspace } from './support/a-workspace';

const passphrase = 'correct horse';

async function edited(folder: string, change: (file: Record<string, unknown>) => void): Promise<Workspace> {
  const path = join(folder, 'workspace.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  change(file);
  await writeFile(path, JSON.stringify(file));
  const read = await readWorkspace(folder);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('a restore that fails takes away only what it wrote', () => {
  /** A restore that writes a database, lets something else happen, and finds its backup bad. */
  const failing = (directory: string, meanwhile: () => Promise<unknown>) =>
    restoreWorkspace({
      directory,
      from: 'bad.backup',
      passphrase,
      restoreFiles: async (): Promise<Result<RestoredFiles>> => {
        await writeFile(join(directory, 'tenantry.db'), 'half');
        await writeFile(join(directory, 'tenantry.db.restoring'), 'half');
        await meanwhile();
        return failure('database-damaged', 'bad', 'copy it again');
      },
    });

  it('a file that came into a new folder above it stays', async () => {
    const root = await temporaryFolder();
    const all = join(root, 'all');
    const failed = await failing(join(all, 'monday'), () => writeFile(join(all, 'notes.txt'), 'mine'));
    expect(failed.ok).toBe(false);
    expect(await readdir(all)).toEqual(['notes.txt']);
  });

  it('a workspace that was restored beside it stays', async () => {
    const root = await temporaryFolder();
    const all = join(root, 'a', 'b', 'all');
    await failing(join(all, 'monday'), () => aWorkspace(join(all, 'tuesday')));
    expect(await readdir(all)).toEqual(['tuesday']);
    expect((await readWorkspace(join(all, 'tuesday'))).ok).toBe(true);
  });

  it('a file that came into its own folder stays, and one that was there', async () => {
    const root = await temporaryFolder();
    await failing(root, () => writeFile(join(root, 'notes.txt'), 'mine'));
    expect(await readdir(root)).toEqual(['notes.txt']);
  });

  it('with nothing else there, all new folders go', async () => {
    const root = await temporaryFolder();
    await failing(join(root, 'a', 'b', 'c'), async () => undefined);
    expect(await readdir(root)).toEqual([]);
    await expect(
      restoreWorkspace({
        directory: join(root, 'x', 'y'),
        from: 'bad.backup',
        passphrase,
        restoreFiles: () => Promise.reject(new TypeError('a bug')),
      }),
    ).rejects.toThrow('a bug');
    expect(await readdir(root)).toEqual([]);
  });

  it('folders made at the same time by two are taken back by neither while the other is in', async () => {
    const root = await temporaryFolder();
    const shared = join(root, 'shared');
    const [one, other] = await Promise.all([
      makeFolder(join(shared, 'one')),
      makeFolder(join(shared, 'other')),
    ]);
    await one.takeBack([]);
    expect(await readdir(shared)).toEqual(['other']);
    await other.takeBack([]);
  });
});

describe('the API key goes where it was meant to go', () => {
  it.each([
    ['url', 'https://evil.test/v1'],
    ['scenario', 'platforms'],
    ['environment', 'production'],
  ])('another %s in workspace.json is refused, and said', async (fact, value) => {
    const folder = await temporaryFolder();
    await aWorkspace(folder);
    const workspace = await edited(folder, (file) => {
      file[fact] = value;
    });
    const unlocked = await unlockWorkspace(workspace, { passphrase });
    expect(!unlocked.ok && unlocked.error).toMatchObject({ code: 'address-changed' });
    expect(!unlocked.ok && unlocked.error.message).toContain(value);
  });

  it('the service is kept and sealed, in a version of the file that an older Tenantry refuses', async () => {
    const folder = await temporaryFolder();
    await aWorkspace(folder, { service: 'better-auth' });
    const file = JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'));
    expect([file.version, file.service]).toEqual([2, 'better-auth']);
    const read = await readWorkspace(folder);
    expect(read.ok && (await unlockWorkspace(read.value, { passphrase }))).toMatchObject({ ok: true });
    const asClerk = await edited(folder, (changed) => {
      changed.version = 1;
      delete changed.service;
    });
    expect(await unlockWorkspace(asClerk, { passphrase })).toMatchObject({
      error: {
        code: 'address-changed',
        message: expect.stringContaining('service from better-auth to none'),
      },
    });
    // A version beyond what a service has here is a newer Tenantry's; below it, somebody edited the file.
    for (const [code, facts] of [
      ['database-damaged', { version: 1, service: 'better-auth' }],
      ['newer-version', { version: 2, service: undefined }],
      ['newer-version', { version: 3, service: 'better-auth' }],
      ['newer-version', { version: 3, service: 'another' }],
    ] as const)
      expect(workspaceOfText(JSON.stringify({ ...file, ...facts }), folder)).toMatchObject({
        error: { code },
      });
  });

  it('a file of Clerk is written as older versions read it', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder);
    const text = await readFile(join(folder, 'workspace.json'), 'utf8');
    const keys = ['version', 'id', 'name', 'scenario', 'kind', 'environment', 'url', 'createdAt', 'vault'];
    expect(Object.keys(JSON.parse(text))).toEqual(keys);
    expect(text).toContain('"version": 1,');
    const sealed = await unlockWorkspace(workspace, { passphrase });
    expect(sealed.ok && Object.keys(sealed.value.bound ?? {})).toEqual([
      'url',
      'scenario',
      'environment',
      'kind',
    ]);
  });

  it('an address that a key is never sent to is refused at every opening, and for a new key', async () => {
    const folder = await temporaryFolder();
    await aWorkspace(folder);
    const workspace = await edited(folder, (file) => {
      file.url = 'http://192.0.2.2:4799/v1';
    });
    for (const attempt of [
      await unlockWorkspace(workspace, { passphrase }),
      await replaceApiKey(workspace, 'sk_test_other', { passphrase }),
    ])
      expect(!attempt.ok && attempt.error.code).toBe('invalid-input');
  });

  it('a key given anew is bound to the new address', async () => {
    const folder = await temporaryFolder();
    const { secrets } = await aWorkspace(folder);
    const workspace = await edited(folder, (file) => {
      file.url = 'https://moved.test/v1';
    });
    const replaced = await replaceApiKey(workspace, 'sk_test_moved', { passphrase });
    expect(replaced.ok).toBe(true);
    const read = await readWorkspace(folder);
    const unlocked = read.ok && (await unlockWorkspace(read.value, { passphrase }));
    expect(unlocked).toMatchObject({
      ok: true,
      value: { apiKey: 'sk_test_moved', databaseKey: secrets.databaseKey },
    });
  });

  it('a vault of the first version opens, and is bound from then on', async () => {
    const folder = await temporaryFolder();
    const { workspace, secrets } = await aWorkspace(folder);
    const { bound: _, ...first } = secrets;
    const target = { ...vaultTarget(workspace), bound: undefined as never };
    const vault = await wrapSecrets(first, { kind: 'passphrase', passphrase }, target);
    const old = await edited(folder, (file) => {
      file.vault = vault.ok && vault.value;
    });
    const unlocked = await unlockWorkspace(old, { passphrase });
    expect(unlocked).toEqual({ ok: true, value: first });
    await bindVault(old, first, { passphrase });
    const moved = await edited(folder, (file) => {
      file.url = 'https://evil.test/v1';
    });
    expect(await unlockWorkspace(moved, { passphrase })).toMatchObject({
      error: { code: 'address-changed' },
    });
  });
});

describe('the lock of another place', () => {
  const heldBy = async (place: Partial<ReturnType<typeof lockPlace>>, pid = 2 ** 22 + 1): Promise<string> => {
    const folder = await temporaryFolder();
    const holder = { pid, start: '1', nonce: 'x', place: { ...lockPlace(), ...place } };
    await writeFile(join(folder, 'lock'), JSON.stringify(holder));
    return folder;
  };

  it.each([
    ['another machine', { host: 'office-pc 1234' }],
    ['another container of this one', { pids: 'pid:[1]' }],
  ])('is never taken over unasked: %s', async (_, place) => {
    const folder = await heldBy(place);
    const refused = await lockWorkspace(folder);
    expect(!refused.ok && refused.error.code).toBe('workspace-open-elsewhere');
    expect(!refused.ok && refused.error.next).toContain(join(folder, 'lock'));
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('of an earlier start of this machine is stale', async () => {
    const folder = await heldBy({ boot: 'an earlier one' }, process.pid);
    expect((await lockWorkspace(folder)).ok).toBe(true);
  });

  it('that is empty and dated in the future locks nobody out', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'lock'), '');
    const later = Date.now() / 1_000 + 86_400;
    await utimes(join(folder, 'lock'), later, later);
    expect((await lockWorkspace(folder)).ok).toBe(true);
  });
});

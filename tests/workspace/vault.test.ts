import { readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupLabel } from '@main/workspace/backup-label';
import { changePassphrase } from '@main/workspace/change-passphrase';
import { createWorkspace } from '@main/workspace/create-workspace';
import { readWorkspace, workspaceOfText } from '@main/workspace/read-workspace';
import { replaceApiKey } from '@main/workspace/replace-api-key';
import { replaceVault } from '@main/workspace/replace-vault';
import { setPlatformToken } from '@main/workspace/set-platform-token';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Keyring } from '@main/workspace/vault/keyring';
import { failure, success } from '@shared/contract/failure';
import { WorkspaceId } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { aWorkspace } from './support/a-workspace';

const backwards: Keyring = {
  wrap: (plain) => success(Buffer.from([...plain].reverse().join('')).toString('base64')),
  unwrap: (wrapped) => success([...Buffer.from(wrapped, 'base64').toString()].reverse().join('')),
};
const gone: Keyring = {
  wrap: () => failure('no-keyring', 'gone', 'use a passphrase'),
  unwrap: () => failure('no-keyring', 'gone', 'use a passphrase'),
};

describe('a passphrase vault', () => {
  it('gives the same secrets back to the right passphrase, after reading the folder anew', async () => {
    const folder = await temporaryFolder();
    const { secrets } = await aWorkspace(folder);
    const read = await readWorkspace(folder);
    expect(read.ok && read.value.info.protection).toBe('passphrase');
    expect(read.ok && (await unlockWorkspace(read.value, { passphrase: 'correct horse' }))).toEqual({
      ok: true,
      value: secrets,
    });
  });

  it('answers wrong-passphrase to another or none, and touches no file', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder);
    await writeFile(join(folder, 'tenantry.db'), 'precious');
    const before = await snapshot(folder);
    for (const passphrase of ['correct house', undefined]) {
      const unlocked = await unlockWorkspace(workspace, { passphrase });
      expect(!unlocked.ok && unlocked.error.code).toBe('wrong-passphrase');
    }
    expect(await snapshot(folder)).toEqual(before);
  });

  it('keeps its cost and salt in the file, and neither key nor passphrase', async () => {
    const folder = await temporaryFolder();
    const { secrets } = await aWorkspace(folder);
    const text = await readFile(join(folder, 'workspace.json'), 'utf8');
    expect(JSON.parse(text).vault).toMatchObject({ cost: 2 ** 17, blockSize: 8, parallelization: 1 });
    for (const secret of [secrets.databaseKey, secrets.apiKey, 'correct horse'])
      expect(text).not.toContain(secret);
  });

  it('is refused before a key is derived, where its file asks for too little, too much or what scrypt cannot do', async () => {
    const folder = await temporaryFolder();
    await aWorkspace(folder);
    const file = JSON.parse(await readFile(join(folder, 'workspace.json'), 'utf8'));
    const read = (changed: object) =>
      workspaceOfText(JSON.stringify({ ...file, vault: { ...file.vault, ...changed } }), folder);
    expect(read({ cost: 2 ** 20 }).ok).toBe(true);
    for (const changed of [{ cost: 2 ** 13 }, { cost: 2 ** 17 + 1 }, { cost: 2 ** 20, blockSize: 16 }])
      expect(read(changed)).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  });

  it('does not open in the place of another workspace', async () => {
    const one = await aWorkspace(await temporaryFolder());
    const other = await aWorkspace(await temporaryFolder(), { id: WorkspaceId.parse('other-1') });
    const swapped = { ...other.workspace, vault: one.workspace.vault };
    const unlocked = await unlockWorkspace(swapped, { passphrase: 'correct horse' });
    expect(unlocked.ok).toBe(false);
  });

  it('refuses a short passphrase before anything is written', async () => {
    const folder = await temporaryFolder();
    await expect(
      aWorkspace(folder, { protection: { kind: 'passphrase', passphrase: 'short' } }),
    ).rejects.toThrow('at least 8 characters');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a keyring vault', () => {
  it('opens with the keyring that wrapped it', async () => {
    const { workspace, secrets } = await aWorkspace(await temporaryFolder(), {
      protection: { kind: 'keyring', keyring: backwards },
    });
    expect(await unlockWorkspace(workspace, { keyring: backwards })).toEqual({ ok: true, value: secrets });
  });

  it('answers no-keyring without one, or when the platform has lost it, and keeps the folder', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder, { protection: { kind: 'keyring', keyring: backwards } });
    const before = await snapshot(folder);
    for (const unlocking of [{}, { keyring: gone }, { passphrase: 'correct horse' }]) {
      const unlocked = await unlockWorkspace(workspace, unlocking);
      expect(!unlocked.ok && unlocked.error.code).toBe('no-keyring');
    }
    expect(await snapshot(folder)).toEqual(before);
  });

  it('makes no workspace when there is no keyring', async () => {
    const folder = await temporaryFolder();
    await expect(aWorkspace(folder, { protection: { kind: 'keyring', keyring: gone } })).rejects.toThrow(
      'gone',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a profile vault', () => {
  const sandbox = { kind: 'sandbox', protection: { kind: 'profile' } } as const;

  it('opens with the key file beside it, which only its owner can read', async () => {
    const folder = await temporaryFolder();
    const { workspace, secrets } = await aWorkspace(folder, sandbox);
    expect((await stat(join(folder, 'profile.key'))).mode & 0o777).toBe(0o600);
    expect(await unlockWorkspace(workspace, {})).toEqual({ ok: true, value: secrets });
  });

  it('says so when the key file is gone', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder, sandbox);
    await rm(join(folder, 'profile.key'));
    const unlocked = await unlockWorkspace(workspace, {});
    expect(!unlocked.ok && unlocked.error.code).toBe('no-keyring');
  });

  it('tells a key file that cannot be read now from one that is gone, and never puts another in its place', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'profile.key');
    const { workspace, secrets } = await aWorkspace(folder, sandbox);
    await rename(file, `${file}.kept`);
    // Reading it fails as a failing disk does.
    await symlink('/proc/self/mem', file);
    expect(await unlockWorkspace(workspace, {})).toMatchObject({
      error: { code: 'disk-error', message: expect.stringContaining('EIO') },
    });
    const replaced = await replaceVault(workspace, secrets, { kind: 'profile' }, 'Trying');
    expect(replaced).toMatchObject({ error: { code: 'disk-error' } });
    await rm(file);
    await writeFile(file, 'half');
    const damaged = await replaceVault(workspace, secrets, { kind: 'profile' }, 'Trying');
    expect(damaged).toMatchObject({ error: { code: 'no-keyring' } });
    expect(await readFile(file, 'utf8')).toBe('half');
    await rename(`${file}.kept`, file);
    expect(await unlockWorkspace(workspace, {})).toEqual({ ok: true, value: secrets });
  });

  it('is refused for a real instance', async () => {
    const made = await createWorkspace({
      directory: await temporaryFolder(),
      id: WorkspaceId.parse('real-1'),
      name: 'Real',
      scenario: 'b2b',
      kind: 'remote',
      environment: 'production',
      url: 'https://identity.test/v1',
      apiKey: 'sk_live_secret',
      protection: { kind: 'profile' },
      createdAt: 0,
    });
    expect(!made.ok && made.error.code).toBe('invalid-input');
  });
});

describe('replacing the API key', () => {
  it.each([
    ['passphrase', { kind: 'passphrase', passphrase: 'correct horse' }, 'remote'],
    ['keyring', { kind: 'keyring', keyring: backwards }, 'remote'],
    ['profile', { kind: 'profile' }, 'sandbox'],
  ] as const)('keeps the database key and the protection (%s)', async (_, protection, kind) => {
    const folder = await temporaryFolder();
    const { workspace, secrets } = await aWorkspace(folder, { kind, protection });
    const unlocking = { keyring: backwards, passphrase: 'correct horse' };
    const replaced = await replaceApiKey(workspace, 'sk_test_new', unlocking);
    expect(replaced.ok).toBe(true);
    const read = await readWorkspace(folder);
    expect(read.ok && read.value.info).toEqual(workspace.info);
    expect(read.ok && (await unlockWorkspace(read.value, unlocking))).toEqual({
      ok: true,
      value: { ...secrets, apiKey: 'sk_test_new' },
    });
  });

  it('changes nothing under a wrong passphrase', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder);
    const before = await snapshot(folder);
    const replaced = await replaceApiKey(workspace, 'sk_test_new', { passphrase: 'wrong horse' });
    expect(!replaced.ok && replaced.error.code).toBe('wrong-passphrase');
    expect(await snapshot(folder)).toEqual(before);
  });
});

describe('changing the passphrase', () => {
  it('leaves the secrets as they are, and the old passphrase opens nothing', async () => {
    const folder = await temporaryFolder();
    const { workspace, secrets } = await aWorkspace(folder);
    const wrong = await changePassphrase(workspace, 'wrong horse', 'another horse');
    expect(!wrong.ok && wrong.error.code).toBe('wrong-passphrase');
    expect((await changePassphrase(workspace, 'correct horse', 'another horse')).ok).toBe(true);
    const read = await readWorkspace(folder);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.info).toEqual(workspace.info);
    expect(await unlockWorkspace(read.value, { passphrase: 'another horse' })).toEqual({
      ok: true,
      value: secrets,
    });
    expect(await unlockWorkspace(read.value, { passphrase: 'correct horse' })).toMatchObject({ ok: false });
  });

  it('is refused where no passphrase locks the workspace', async () => {
    const folder = await temporaryFolder();
    const { workspace } = await aWorkspace(folder, { kind: 'sandbox', protection: { kind: 'profile' } });
    const before = await snapshot(folder);
    expect(await changePassphrase(workspace, '', 'another horse')).toMatchObject({ ok: false });
    expect(await snapshot(folder)).toEqual(before);
  });
});

describe('what opens a backup', () => {
  /** The label of a backup, as a machine reads it that has nothing else of the workspace. */
  const opens = async (label: string, unlocking: Parameters<typeof unlockWorkspace>[1]): Promise<boolean> => {
    const read = workspaceOfText(label, await temporaryFolder());
    if (!read.ok) throw new Error(read.error.message);
    return (await unlockWorkspace(read.value, unlocking)).ok;
  };

  it('is the passphrase of its day: neither a later one, nor none, nor a keyring', async () => {
    const folder = await temporaryFolder();
    const { workspace, secrets } = await aWorkspace(folder);
    const label = await backupLabel(workspace, secrets, '');
    if (!label.ok) throw new Error(label.error.message);
    expect((await changePassphrase(workspace, 'correct horse', 'another horse')).ok).toBe(true);
    expect(await opens(label.value, { passphrase: 'correct horse' })).toBe(true);
    for (const other of [{ passphrase: 'another horse' }, {}, { keyring: backwards }, { passphrase: '' }])
      expect(await opens(label.value, other)).toBe(false);
    // One that is made now opens with the present one alone.
    const read = await readWorkspace(folder);
    if (!read.ok) throw new Error(read.error.message);
    const now = await backupLabel(read.value, secrets, '');
    if (!now.ok) throw new Error(now.error.message);
    expect(await opens(now.value, { passphrase: 'another horse' })).toBe(true);
    expect(await opens(now.value, { passphrase: 'correct horse' })).toBe(false);
  });

  it('is the passphrase chosen for it where a keyring or a profile keeps the workspace: these stay behind', async () => {
    const kept = [
      { protection: { kind: 'keyring', keyring: backwards } },
      { kind: 'sandbox', protection: { kind: 'profile' } },
    ] as const;
    for (const how of kept) {
      const { workspace, secrets } = await aWorkspace(await temporaryFolder(), how);
      const label = await backupLabel(workspace, secrets, 'lantern otter 7');
      if (!label.ok) throw new Error(label.error.message);
      expect(await opens(label.value, { passphrase: 'lantern otter 7' })).toBe(true);
      expect(await opens(label.value, { keyring: backwards })).toBe(false);
      expect(await opens(label.value, {})).toBe(false);
    }
  });
});

async function snapshot(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'hex')] as const)),
  );
}

describe('a Platform token', () => {
  it('lies sealed beside the key, stays with another key, and goes where the address was changed', async () => {
    const folder = await temporaryFolder();
    const unlocking = { keyring: backwards };
    const { workspace } = await aWorkspace(folder, { protection: { kind: 'keyring', ...unlocking } });
    const added = await setPlatformToken(workspace, 'plapi_one', unlocking);
    if (!added.ok) throw new Error(added.error.message);
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).not.toContain('plapi_one');
    const another = await replaceApiKey(added.value.workspace, 'sk_test_other', unlocking);
    if (!another.ok) throw new Error(another.error.message);
    expect(another.value.secrets).toMatchObject({ apiKey: 'sk_test_other', platformToken: 'plapi_one' });
    const { workspace: kept } = another.value;
    const moved = { ...kept, info: { ...kept.info, url: 'https://elsewhere.example/v1' } };
    expect((await setPlatformToken(moved, 'plapi_two', unlocking)).ok).toBe(false);
    const anew = await replaceApiKey(moved, 'sk_test_anew', unlocking);
    expect(anew.ok && anew.value.secrets.platformToken).toBeUndefined();
    const removed = await setPlatformToken(kept, null, unlocking);
    expect(removed.ok && removed.value.secrets.platformToken).toBeUndefined();
  });
});

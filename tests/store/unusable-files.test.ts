import { chmod, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asStoreFailure } from '@main/store/as-store-failure';
import { inspectStore } from '@main/store/maintenance/inspect-store';
import { openStore } from '@main/store/open-store';
import { getRxStorageSQLite } from '@main/store/sqlite-storage/rx-storage-sqlite';
import { createRxDatabase, type RxStorage } from 'rxdb';
import { describe, expect, it } from 'vitest';
import { asNobody } from '../support/as-nobody';
import { temporaryFolder } from '../support/folders/temporary-folder';

const key = '7e'.repeat(32);
const open = (directory: string) => openStore({ directory, key, now: Date.now });
const failureOf = (error: unknown) => asStoreFailure(error);

async function madeBefore(): Promise<string> {
  const directory = await temporaryFolder();
  const store = await open(directory);
  await store.close();
  await chmod(directory, 0o777);
  for (const name of await readdir(directory)) await chmod(join(directory, name), 0o666);
  return directory;
}

describe('files that the disk will not open', () => {
  it.each([
    ['a database that may only be read', 'tenantry.db', 0o444],
    ['a database that may not be read', 'tenantry.db', 0o000],
    ['a journal that may not be read', 'tenantry.intents', 0o000],
  ])('%s: the file, the rights and the remedy are named', async (_, name, mode) => {
    const directory = await madeBefore();
    if (name.endsWith('.intents')) await writeFile(join(directory, name), '');
    await chmod(join(directory, name), mode);
    const error = await asNobody(() =>
      open(directory).then(
        (store) => store.close(),
        (thrown: unknown) => thrown,
      ),
    );
    const failure = failureOf(error);
    expect(failure).toMatchObject({ code: 'disk-read-only' });
    expect(failure?.message).toContain(join(directory, name));
    expect(failure?.next).toContain('chmod');
  });

  it('a folder that may not be entered: it, the rights and the remedy are named', async () => {
    const directory = join(await temporaryFolder(), 'inside');
    await mkdir(directory);
    await (await open(directory)).close();
    await chmod(directory, 0o000);
    const error = await asNobody(() => open(directory).catch((thrown: unknown) => thrown));
    const failure = failureOf(error);
    expect(failure).toMatchObject({ code: 'disk-read-only' });
    expect(failure?.message).toContain(directory);
    expect(failure?.next).toContain('chmod');
  });

  it.each(['tenantry.db', 'tenantry.db-mark', 'tenantry.intents'])(
    'a link to nothing, and a folder, in the place of %s: named, and as they were',
    async (name) => {
      const directory = await madeBefore();
      const path = join(directory, name);
      const away = join(await temporaryFolder(), 'not-mounted', name);
      await rm(path, { force: true });
      await symlink(away, path);
      const linked = failureOf(await open(directory).catch((error: unknown) => error));
      expect(linked).toMatchObject({
        code: 'disk-error',
        message: expect.stringContaining(`${path} is a link to ${away}`),
      });
      expect(await readlink(path)).toBe(away);
      await rm(path);
      await mkdir(path);
      const folder = failureOf(await open(directory).catch((error: unknown) => error));
      expect(folder).toMatchObject({
        code: 'disk-error',
        message: expect.stringContaining(`${path} is a folder`),
      });
    },
  );

  it('a sign of damage that cannot be looked at is not taken for absent', async () => {
    const directory = await madeBefore();
    const sign = join(directory, 'tenantry.db-damaged');
    await symlink('tenantry.db-damaged', sign);
    expect(failureOf(await open(directory).catch((error: unknown) => error))).toMatchObject({
      code: 'disk-error',
      message: expect.stringContaining(`${sign}: ELOOP`),
    });
    await rm(sign);
    await (await open(directory)).close();
  });

  it('a path that is too long for a database', async () => {
    const directory = join(
      await temporaryFolder(),
      ...Array.from({ length: 13 }, (_, index) => `${index}${'d'.repeat(48)}`),
    );
    await mkdir(directory, { recursive: true });
    const failure = failureOf(await open(directory).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'disk-error' });
    expect(failure?.message).toContain('bytes');
  });

  it('copies that a check left behind are taken away by the next check, and by the next opening', async () => {
    const directory = await madeBefore();
    for (const look of [() => inspectStore(directory, key), async () => (await open(directory)).close()]) {
      await mkdir(join(directory, 'salvage-aB3dEf'));
      await writeFile(join(directory, 'salvage-aB3dEf', 'copy.db'), 'x');
      await look();
      expect((await readdir(directory)).filter((name) => name.startsWith('salvage'))).toEqual([]);
    }
  });
});

describe('a workspace of a newer version', () => {
  it('is refused with any collection moved on, and no byte of it changes', async () => {
    const directory = await madeBefore();
    const storage = getRxStorageSQLite({ directory, key }) as unknown as RxStorage<unknown, unknown>;
    const later = await createRxDatabase({ name: 'tenantry', storage, multiInstance: false });
    await later.addCollections({
      organizations: {
        schema: {
          version: 9,
          primaryKey: 'id',
          type: 'object',
          properties: { id: { type: 'string', maxLength: 40 } },
        },
        migrationStrategies: Object.fromEntries(
          Array.from({ length: 9 }, (_, index) => [index + 1, () => null]),
        ),
        autoMigrate: false,
      },
    });
    await later.close();
    const before = await readFile(join(directory, 'tenantry.db'));
    const failure = failureOf(await open(directory).catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'newer-version' });
    expect(failure?.message).toContain('newer version of Tenantry');
    expect((await readFile(join(directory, 'tenantry.db'))).equals(before)).toBe(true);
  });
});

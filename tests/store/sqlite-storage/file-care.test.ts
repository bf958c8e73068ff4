import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RxDatabase } from 'rxdb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../src-main/store/sqlite-storage/back-up';
import { changeKey } from '../../../src-main/store/sqlite-storage/change-key';
import { checkIntegrity } from '../../../src-main/store/sqlite-storage/check-integrity';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { inspectDamage } from '../../../src-main/store/sqlite-storage/inspect-damage';
import { restoreBackup } from '../../../src-main/store/sqlite-storage/restore-backup';
import { storePath } from '../../../src-main/store/sqlite-storage/store-registry';
import { type Collections, membership, openDatabase } from './open-database';
import { KEY, OTHER_KEY, tempDirectory } from './temp-store';

const COUNT = 1200;
let directory: ReturnType<typeof tempDirectory>;
let database: RxDatabase<Collections>;
let path: string;

beforeEach(async () => {
  directory = tempDirectory();
  path = storePath(directory.path, 'workspace');
  database = await openDatabase(directory.path);
  await database.memberships.bulkInsert(Array.from({ length: COUNT }, (_, index) => membership(index)));
  await database.memberships.count().exec();
});
afterEach(async () => {
  await database.close();
  directory.remove();
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  it('is one encrypted file, taken while writing goes on, that holds what was there when it began', async () => {
    const to = join(directory.path, 'backup.db');
    const taken = backUp(tableOf(database.memberships).file, KEY, to);
    await database.memberships.insert(membership(COUNT));
    await taken;
    expect(existsSync(`${to}.part`)).toBe(false);
    expect(readFileSync(to).includes('acme')).toBe(false);
    expect(await inspectDamage(to, KEY)).toMatchObject({
      sound: true,
      collections: expect.arrayContaining([
        expect.objectContaining({ name: 'memberships', surviving: COUNT, lost: 0 }),
      ]),
    });
  });

  it('brings back what it holds, and keeps what it replaces', async () => {
    const from = join(directory.path, 'backup.db');
    await backUp(tableOf(database.memberships).file, KEY, from);
    await database.memberships.find().remove();
    await expect(restoreBackup({ from, path, key: KEY, now: 0 })).rejects.toMatchObject({ code: 'locked' });
    await database.close();
    const { aside } = await restoreBackup({ from, path, key: KEY, now: 0 });
    database = await openDatabase(directory.path);
    expect(await database.memberships.count().exec()).toBe(COUNT);
    expect(await inspectDamage(aside ?? '', KEY)).toMatchObject({ sound: true });
  });

  it('is not restored when it is damaged or another key made it', async () => {
    const from = join(directory.path, 'backup.db');
    await backUp(tableOf(database.memberships).file, KEY, from);
    await database.close();
    const before = readFileSync(path);
    await expect(restoreBackup({ from, path, key: OTHER_KEY, now: 0 })).rejects.toMatchObject({
      code: 'wrong-key',
    });
    flip(from, 70_000);
    await expect(restoreBackup({ from, path, key: KEY, now: 0 })).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is not made of a damaged database', async () => {
    const to = join(directory.path, 'backup.db');
    await database.close();
    flip(path, 70_000);
    database = await openDatabase(directory.path);
    await expect(backUp(tableOf(database.memberships).file, KEY, to)).rejects.toMatchObject({
      code: 'damaged',
    });
    expect(existsSync(to)).toBe(false);
  });
});

describe('the check of an open database', () => {
  it('finds it sound, and a page that was changed behind its back', async () => {
    const { file } = tableOf(database.memberships);
    expect(await checkIntegrity(file, KEY)).toMatchObject({ sound: true, damagedPages: [], structure: [] });
    await database.close();
    flip(path, 20 * 4096 + 9);
    database = await openDatabase(directory.path);
    expect(await checkIntegrity(tableOf(database.memberships).file, KEY)).toMatchObject({
      sound: false,
      damagedPages: [21],
    });
  });
});

describe('another key', () => {
  it('opens everything afterwards, and the old one nothing', async () => {
    await database.close();
    await changeKey({ path, key: KEY, newKey: OTHER_KEY });
    await expect(openDatabase(directory.path)).rejects.toMatchObject({ code: 'wrong-key' });
    expect(await inspectDamage(path, OTHER_KEY)).toMatchObject({ sound: true, structure: [] });
    await changeKey({ path, key: OTHER_KEY, newKey: KEY });
    database = await openDatabase(directory.path);
    expect(await database.memberships.count().exec()).toBe(COUNT);
  });
});

describe('the verdict on damage', () => {
  it('finds a sound file sound', async () => {
    await database.close();
    expect(await inspectDamage(path, KEY)).toMatchObject({ sound: true, damagedPages: [], lostCommits: 0 });
  });

  it('names the damaged page and counts the records that survive', async () => {
    await database.close();
    const pages = readFileSync(path).length / 4096;
    let most = 0;
    for (const share of [0.2, 0.4, 0.6]) {
      const survivors = new Set<unknown>();
      const page = Math.floor(pages * share);
      flip(path, page * 4096 + 1000);
      const verdict = await inspectDamage(path, KEY, {
        visit: ({ name }, document) =>
          name === 'memberships' && survivors.add((document as { id?: string }).id),
      });
      flip(path, page * 4096 + 1000);
      expect(verdict).toMatchObject({ sound: false, pages, damagedPages: [page + 1] });
      const told = verdict.collections.find(({ name }) => name === 'memberships');
      expect(told?.surviving).toBe(survivors.size);
      if (typeof told?.lost === 'number') expect(told.surviving + told.lost).toBe(COUNT);
      most = Math.max(most, survivors.size);
    }
    expect(most).toBeGreaterThan(COUNT * 0.9);
  });

  it('misses no commit that was cut off the log', async () => {
    await database.memberships.insert(membership(COUNT));
    const copy = join(directory.path, 'cut.db');
    for (const suffix of ['', '-wal', '-mark']) copyFileSync(path + suffix, copy + suffix);
    const log = readFileSync(`${copy}-wal`);
    writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 4120));
    expect(await inspectDamage(copy, KEY)).toMatchObject({ sound: false, lostCommits: 1 });
  });

  it('sees through a damaged salt', async () => {
    await database.close();
    flip(path, 3);
    const { collections, ...verdict } = await inspectDamage(path, KEY);
    expect(verdict).toMatchObject({ sound: false, damagedPages: [1] });
    expect(collections.find(({ name }) => name === 'memberships')?.surviving).toBe(COUNT);
    await expect(openDatabase(directory.path)).rejects.toMatchObject({ code: 'damaged' });
  });
});

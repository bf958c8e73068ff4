import type { RxDatabase } from 'rxdb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jointWrite } from '../../../src-main/store/sqlite-storage/joint-write';
import { writeTogether } from '../../../src-main/store/sqlite-storage/write-together';
import { type Collections, membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

let directory: ReturnType<typeof tempDirectory>;
let database: RxDatabase<Collections>;

beforeEach(async () => {
  directory = tempDirectory();
  database = await openDatabase(directory.path);
});
afterEach(async () => {
  await database.close();
  directory.remove();
});

const page = (...indexes: number[]) =>
  jointWrite(
    database.memberships,
    indexes.map((index) => ({ document: membership(index) })),
  );
const cursor = (position: number) => jointWrite(database.cursors, [{ document: { id: 'pull', position } }]);

describe('writing several collections together', () => {
  it('stores all of it, tells live queries, and leaves normal documents', async () => {
    const counts: number[] = [];
    const subscription = database.memberships.count().$.subscribe((count) => counts.push(count));
    await expect.poll(() => counts).toEqual([0]);
    expect(await writeTogether([page(1, 2), cursor(2)], 'pull')).toEqual({ ok: true });
    await expect.poll(() => counts).toEqual([0, 2]);
    subscription.unsubscribe();
    const member = await database.memberships.findOne('m000001').exec(true);
    await member.patch({ role: 'owner' });
    expect((await database.memberships.findOne('m000001').exec(true)).role).toBe('owner');
    expect((await database.cursors.findOne('pull').exec(true)).position).toBe(2);
  });

  it('stores nothing of any collection when one document conflicts', async () => {
    await writeTogether([page(1), cursor(1)], 'pull');
    const result = await writeTogether([page(2, 3), cursor(3)], 'pull');
    expect(result).toMatchObject({ ok: false, conflicts: [{ status: 409, documentId: 'pull' }] });
    expect(await database.memberships.count().exec()).toBe(1);
    expect((await database.cursors.findOne('pull').exec(true)).position).toBe(1);
    expect(await writeTogether([page(2)], 'again')).toEqual({ ok: true });
  });

  it('updates and deletes over the state it was given', async () => {
    await writeTogether([page(1), cursor(1)], 'pull');
    const [stored] = await database.memberships.storageInstance.findDocumentsById(['m000001'], true);
    const [at] = await database.cursors.storageInstance.findDocumentsById(['pull'], true);
    if (stored === undefined || at === undefined) throw new Error('not stored');
    const result = await writeTogether(
      [
        jointWrite(database.memberships, [{ previous: stored, document: { ...stored, _deleted: true } }]),
        jointWrite(database.cursors, [{ previous: at, document: { ...at, position: 2 } }]),
      ],
      'pull',
    );
    expect(result).toEqual({ ok: true });
    expect(await database.memberships.count().exec()).toBe(0);
    expect((await database.cursors.findOne('pull').exec(true)).position).toBe(2);
  });

  it('refuses collections of different databases', async () => {
    const other = await openDatabase(directory.path, 'other');
    const elsewhere = jointWrite(other.cursors, [{ document: { id: 'pull', position: 1 } }]);
    await expect(writeTogether([page(1), elsewhere], 'pull')).rejects.toThrow(TypeError);
    await other.close();
  });
});

import { afterAll, expect, it } from 'vitest';
import { createRandom } from '../../../src-main/sandbox/database/random';
import { tableOf } from '../../../src-main/store/sqlite-storage/collection-source';
import { countMatches } from '../../../src-main/store/sqlite-storage/count-matches';
import { searchIds } from '../../../src-main/store/sqlite-storage/search-ids';
import { membership, openDatabase } from './open-database';
import { tempDirectory } from './temp-store';

const directory = tempDirectory();
afterAll(() => directory.remove());

/** The index is built this many rows at a time. */
const slice = 7;

it.each([1, 2, 3, 4, 5, 6])(
  'text that is indexed slice by slice, among writes, deletions and openings, finds what is there (seed %i)',
  async (seed) => {
    const random = createRandom(`late-text/${seed}`);
    const name = `late${seed}`;
    let database = await openDatabase(directory.path, name);
    const names = new Map<string, string>();
    let made = 0;
    for (let step = 0; step < 120; step += 1) {
      const collection = database.memberships;
      const [id] = names.size === 0 ? [] : [random.pick([...names.keys()])];
      const what = random.int(0, 9);
      if (what <= 4 || id === undefined) {
        const documents = Array.from({ length: random.int(1, 4) }, () => {
          made += 1;
          return { ...membership(made), userName: `name${made}x`, email: '' };
        });
        await collection.bulkInsert(documents);
        for (const one of documents) names.set(one.id, one.userName);
      } else if (what <= 6) {
        const userName = what === 5 ? '' : `changed${step}x`;
        await (await collection.findOne(id).exec())?.incrementalPatch({ userName });
        names.set(id, userName);
      } else if (what === 7) {
        await (await collection.findOne(id).exec())?.incrementalRemove();
        names.delete(id);
      } else if (what === 8) tableOf(collection).buildText(slice);
      else {
        await database.close();
        database = await openDatabase(directory.path, name);
      }
    }
    const { memberships } = database;
    for (const [id, text] of names)
      if (text !== '') expect(await searchIds(memberships, text), text).toEqual([id]);
    const named = [...names.values()].filter((text) => text !== '').length;
    expect(await countMatches(memberships, 'x')).toEqual({ count: 0, exact: true });
    const both = await Promise.all(['name', 'changed'].map((part) => countMatches(memberships, part)));
    expect(both.reduce((sum, { count }) => sum + count, 0)).toBe(named);
    await database.close();
  },
);

it('questions without text leave the text index for later, and the first search builds the rest of it', async () => {
  const database = await openDatabase(directory.path, 'first');
  await database.memberships.bulkInsert(Array.from({ length: 50 }, (_, index) => membership(index)));
  const table = tableOf(database.memberships);
  await database.memberships.find({ selector: { role: 'admin' } }).exec();
  const indexed = () =>
    Number(table.file.value(`SELECT count(*) FROM sqlite_master WHERE name = '${table.name}_text'`));
  expect([table.indexed, indexed()]).toEqual([true, 0]);
  expect(table.buildText(slice)).toBe(true);
  expect((await searchIds(database.memberships, 'user49@')).length).toBe(1);
  expect(table.buildText(slice)).toBe(false);
  await database.close();
});

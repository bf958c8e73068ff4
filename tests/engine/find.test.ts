import { createFind } from '@main/find/create-find';
import { createVocabulary } from '@main/find/vocabulary';
import { expect, test } from 'vitest';
import { copied } from '../support/copied';
import { failingDisk } from '../support/failing-disk';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { openTempStore, startRig } from '../sync/sync-rig';

test('people are found by any address, an id and its beginning, and a name with one slip; exact hits come first', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const find = createFind({ store, narrowed: async (query) => query, now: Date.now });
  const people = await store.list('user', []);
  const person = people.find(({ name, emails }) => /^\p{L}{4,} \p{L}{6,}$/u.test(name) && emails.length > 0);
  if (person === undefined) throw new Error('the world has people');
  const ids = async (text: string): Promise<readonly string[]> =>
    (await find({ text, limit: 20 })).groups.flatMap(({ hits }) => hits.map(({ id }) => id));
  for (const address of person.emails) expect(await ids(address)).toContain(person.id);
  expect((await ids(person.id))[0]).toBe(person.id);
  expect(await ids(person.id.slice(0, -3))).toContain(person.id);

  const exact = await find({ text: person.name, limit: 20 });
  const [first = '', last = ''] = person.name.split(' ');
  const slip = `${first} ${last.slice(0, 2)}${last.slice(3)}`;
  expect(people.some(({ name }) => name.includes(slip))).toBe(false);
  const found = await find({ text: slip, limit: 20 });
  expect(found.corrected).toBe(person.name.toLowerCase());
  expect(found.groups.flatMap(({ hits }) => hits).map(({ id }) => id)).toContain(person.id);
  expect(exact.corrected === '' || exact.groups.some(({ hits }) => hits[0]?.id === person.id)).toBe(true);

  // As it is pasted: out of a letter, a link, a list with the last name first, and that with a slip.
  const address = person.emails[0] ?? '';
  for (const pasted of [
    `${person.name} <${address}>`,
    `mailto:${address}?subject=Hello`,
    `(${address}),`,
    `"${person.name}"`,
    `https://dashboard.example.com/apps/app_1/users/${person.id}?tab=profile`,
    `${last}, ${first}`,
    `${last} ${first}`,
    `${last.slice(0, 2)}${last.slice(3)}, ${first}`,
  ])
    expect([pasted, await ids(pasted)]).toEqual([pasted, expect.arrayContaining([person.id])]);
  // A membership by its id alone.
  const [membership] = await store.list('membership', []);
  const byId = await find({ text: membership?.id ?? '', limit: 20 });
  expect(byId.groups).toMatchObject([{ entity: 'membership', hits: [{ id: membership?.id }] }]);
  expect(byId.groups[0]?.hits[0]?.label).toContain(membership?.userName);

  // Roles, permissions and organizations as well; nothing for what nobody is called.
  const [role] = await store.list('role', []);
  expect(await ids(role?.key ?? '')).toContain(role?.id);
  expect(await ids('zzzzqqqq')).toEqual([]);
});

test('names that could not be read are read again at the next question', async () => {
  const { disk, driver } = failingDisk();
  const store = await openTempStore(await temporaryFolder(), driver);
  await store.write({ put: [copied('user', 'user_1', { name: 'Jennyfer Adamson' })] });
  const vocabulary = createVocabulary(store, ['user'], () => 0);
  disk.seen.clear();
  await store.list('user', [], 1);
  for (const table of disk.seen) disk.lost.add(table);
  await expect(vocabulary.meant('adamsen')).rejects.toThrow();
  disk.lost.clear();
  expect(await vocabulary.meant('adamsen')).toEqual(['adamson']);
});

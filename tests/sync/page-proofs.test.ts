import { RecordId } from '@shared/domain/ids';
import { expect, test } from 'vitest';
import { storedState } from './stored-state';
import { connect, startRig } from './sync-rig';

test('a page that is as it was is not decoded, and nothing is written', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const before = await storedState(store);
  const entities = new Set<string>();
  const end = store.subscribe(({ entities: changed }) => {
    for (const entity of changed) entities.add(entity);
  });
  await sweep();
  end();
  expect([...entities]).toEqual([]);
  expect(await storedState(store)).toEqual(before);

  const port = connect(sandbox);
  const page = await port.fetchPage('membership', { offset: 0, limit: 500 });
  if (!page.ok) throw new Error(page.failure.message);
  const known = { digest: page.value.digest, total: page.value.total };
  const again = await port.fetchPage('membership', { offset: 0, limit: 500, known });
  expect(again).toMatchObject({ ok: true, value: { records: [], ...known } });
  expect(page.value.records.length).toBeGreaterThan(100);
});

test('rows that are no more as the page said are put right, though the page is as it was', async () => {
  const { store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const before = await storedState(store);
  const [first, second, third] = await store.list('membership', [], 3);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('a world has members');
  await store.write({
    put: [
      { entity: 'membership', record: { ...first, role: 'org:odd', sync: { ...first.sync, hash: 'odd' } } },
    ],
    remove: [{ entity: 'membership', id: second.id }],
  });
  await sweep();
  const { rows } = await storedState(store);
  expect(rows).toEqual(before.rows);
  await sweep();
  expect((await storedState(store)).rows).toEqual(before.rows);
});

test('one change in a page is found, and the page proven anew', async () => {
  const { sandbox, store, sweep } = await startRig({ scale: 0.02 });
  await sweep();
  const [organization] = await store.list('organization', [], 1);
  const id = RecordId.parse(organization?.id);
  for (const name of ['Once', 'Twice', 'Once']) {
    await sandbox.control.edit([{ organization: id, set: { name } }]);
    await sweep();
    expect(await store.get('organization', id)).toMatchObject({ name });
  }
  expect(await store.history({ recordId: id, limit: 9 })).toHaveLength(3);
});

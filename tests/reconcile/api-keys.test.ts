import { listsRead, readListOf } from '@main/sync/read-list-of';
import { expect, it } from 'vitest';
import { startReconcile } from './reconcile-rig';

it('API keys of one holder are copied when somebody asks, and what a colleague did to them is told', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const { store, identity, sandbox } = rig;
  const parts = { store, port: identity, now: Date.now };
  const [machine, other] = await store.list('machine', []);
  if (machine === undefined || other === undefined) throw new Error('a world has machines');
  const keys = (of = machine.id) => store.list('apiKey', [{ field: 'subject', op: 'eq', value: of }]);
  const told = async () => (await store.history({ entity: 'apiKey', limit: 100 })).map(({ label }) => label);
  expect(await store.list('apiKey', [])).toEqual([]);
  expect((await listsRead(store, 'apiKey'))[machine.id]).toBeUndefined();

  expect(await readListOf(parts, 'apiKey', machine.id)).toMatchObject({ ok: true, value: 1 });
  const [first] = await keys();
  expect(first).toMatchObject({ subject: machine.id, expiresAt: 0, state: 'synced' });
  expect(await keys(other.id)).toEqual([]);
  // They were there before anybody looked.
  expect(await told()).toEqual([]);
  expect((await listsRead(store, 'apiKey'))[machine.id]).toBeGreaterThan(0);

  const edit = (method: 'POST' | 'PATCH', path: string, body: object) =>
    sandbox.control.edit([{ call: { method, path: `/api_keys${path}`, body } }]);
  await edit('POST', '', { name: 'Of a colleague', subject: machine.id });
  await edit('POST', `/${first?.id}/revoke`, {});
  expect(await readListOf(parts, 'apiKey', machine.id)).toMatchObject({ ok: true, value: 1 });
  expect((await keys()).map(({ name }) => name)).toEqual(['Of a colleague']);
  expect(await told()).toHaveLength(2);

  // One that has ended is not listed any more, and not gone either.
  await edit('POST', '', { name: 'Short-lived', subject: machine.id, seconds_until_expiration: 60 });
  await readListOf(parts, 'apiKey', machine.id);
  await sandbox.control.setClock({ advanceMs: 61_000 });
  expect(await readListOf(parts, 'apiKey', machine.id)).toMatchObject({ ok: true, value: 1 });
  expect(await keys()).toContainEqual(expect.objectContaining({ name: 'Short-lived', expired: true }));

  // What is read no more leaves what was read.
  await sandbox.control.down();
  expect(await readListOf(parts, 'apiKey', machine.id)).toMatchObject({ ok: false });
  expect(await keys()).toHaveLength(2);
});

it('a new key is shown once and kept nowhere, and belongs to somebody that the service knows', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const [person] = await rig.store.list('user', [], 1);
  const key = (subject: string, name = 'Reports') =>
    rig.staging.stage([
      { entity: 'apiKey', action: { verb: 'create', values: { subject, name, expiresInDays: 7 } } },
    ]);
  for (const odd of ['new_person', 'org_1', ''])
    expect((await key(odd)).rejected[0]?.failure.message).toMatch(/holds no API keys|Holder|holder/);
  expect((await key(person?.id ?? '', 'ab')).rejected[0]?.failure.message).toContain('3 letters');
  expect((await key(person?.id ?? '')).rejected).toEqual([]);
  const { applied, secrets } = await rig.reconcile();
  expect({ applied, secrets }).toMatchObject({
    applied: 1,
    secrets: [{ what: 'API key', label: 'Reports' }],
  });
  const secret = String(secrets[0]?.secret);
  expect(secret).toMatch(/^ak_/);
  const kept = [
    await rig.store.list('apiKey', []),
    await rig.store.intents({}),
    await rig.store.history({ limit: 100 }),
  ];
  expect(JSON.stringify(kept)).not.toContain(secret);
});

import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { connect } from '../sync/sync-rig';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const set = (recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  entity: 'user',
  recordId,
  action: { verb: 'update', field, value },
});

const make = (values: JsonObject): IntentDraft => ({ entity: 'user', action: { verb: 'create', values } });

async function person({ store }: ReconcileRig) {
  const rows = await store.list('user', []);
  const found = rows.find(({ firstName, lastName, username }) => firstName && lastName && username);
  if (found === undefined) throw new Error('a world has named people');
  return found;
}

it('a staged name shows in what a person is called, whichever part is withdrawn first', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const { id, name, lastName } = await person(rig);
  const [first] = await rig.stage(set(id, 'firstName', 'Noor'));
  const [last] = await rig.stage(set(id, 'lastName', 'Haddad'));
  const called = async () => (await rig.store.get('user', id))?.name;
  expect(await called()).toBe('Noor Haddad');
  // Found by the name that it will have.
  const page = await rig.store.page({ entity: 'user', where: [], text: 'Noor Had', offset: 0, limit: 5 });
  expect(page.rows.map((row) => row.id)).toContain(id);
  await rig.staging.withdraw([String(first?.id) as never]);
  expect(await called()).toBe(`${name.split(' ')[0]} Haddad`);
  await rig.staging.withdraw([String(last?.id) as never]);
  expect(await rig.store.get('user', id)).toMatchObject({ name, lastName, state: 'synced', server: {} });
});

it('an emptied username is taken away on the service, not set to nothing', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const { id } = await person(rig);
  await rig.stage(set(id, 'username', ''));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await rig.store.get('user', id)).toMatchObject({ username: '', state: 'synced' });
});

it('whoever nothing identifies is not made, nor two by one address', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const { rejected } = await rig.staging.stage([
    make({ firstName: 'Nobody' }),
    make({ firstName: 'One', email: 'twin@lumen.example' }),
    make({ firstName: 'Two', email: 'Twin@lumen.example' }),
    make({ email: 'not an address' }),
  ]);
  expect(rejected.map(({ failure }) => failure.message)).toEqual([
    'Nothing says who signs in: a person needs an email address, a phone number or a username.',
    'twin@lumen.example is given to two people here.',
    expect.stringContaining('email address'),
  ]);
  const [made] = await rig.open();
  expect(await rig.store.get('user', made?.recordId as RecordId)).toMatchObject({
    name: 'One',
    email: 'twin@lumen.example',
    createOrganizationEnabled: true,
    staged: { verb: 'create' },
  });
});

it('who is only staged is no member yet: the service would be told of an id that it never gave', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [organization] = await rig.store.list('organization', [], 1);
  const [made] = await rig.stage(make({ email: 'noor@own.example', firstName: 'Noor' }));
  const add = drafts.add(String(organization?.id), String(made?.recordId));
  const { staged, rejected } = await rig.staging.stage([add]);
  expect(staged).toEqual([]);
  expect(rejected[0]?.failure).toMatchObject({
    code: 'invalid-input',
    message: 'Noor is not on the service yet.',
  });
  expect(await rig.apply(await rig.plan())).toMatchObject({ value: { applied: 1 } });
  // By the id of then as well: the service's own stands in its place by now.
  expect((await rig.stage(add)).map(({ organizationId }) => organizationId)).toEqual([organization?.id]);
});

it('a person is made with a number, a password and metadata; the password is kept nowhere once it was sent', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const password = 'correct horse battery';
  await rig.stage(
    make({
      firstName: 'Pat',
      phone: '+41795550123',
      locale: 'de-CH',
      password,
      publicMetadata: { tier: 'gold' },
    }),
  );
  const { rejected } = await rig.staging.stage([make({ email: 'short@lumen.example', password: 'short' })]);
  expect(rejected[0]?.failure.message).toBe('Password must have 8 characters or more.');
  expect(JSON.stringify(await rig.plan())).not.toContain(password);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  const [made] = (await rig.store.list('user', [])).filter(({ firstName }) => firstName === 'Pat');
  expect(made).toMatchObject({
    ...{ phone: '+41795550123', phones: ['+41795550123'], locale: 'de-CH', passwordEnabled: true },
    publicMetadata: { tier: 'gold' },
  });
  expect(
    JSON.stringify([made, await rig.store.intents({}), await rig.store.history({ limit: 50 })]),
  ).not.toContain(password);
});

it('an address that the service gave to somebody since is refused, and the wish stays with its reason', async () => {
  const rig = await startReconcile({ scale: 0.05, world: 'lumen' });
  const email = 'late@lumen.example';
  await connect(rig.sandbox).send({ verb: 'create', entity: 'user', values: { email } });
  await rig.stage(make({ firstName: 'Late', email }));
  expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 1 });
  expect((await rig.store.list('user', [])).filter((row) => row.email === email)).toHaveLength(1);
  expect(await rig.open()).toMatchObject([{ state: 'refused' }]);
});

it('the plan says where a person who is banned or deleted loses access, and which organization its last admin', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const admins = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:admin' }]);
  const users = await rig.store.list('user', []);
  const free = new Set(users.filter(({ banned, locked }) => !banned && !locked).map(({ id }) => id));
  const admin = admins.find(({ userId }) => free.has(userId));
  if (admin === undefined) throw new Error('a world has admins who can sign in');
  const placesOf = async () =>
    new Set(
      (await rig.store.list('membership', [{ field: 'userId', op: 'eq', value: admin.userId }])).map(
        ({ organizationId }) => organizationId,
      ),
    );
  const lost = ({ blast }: Awaited<ReturnType<typeof rig.plan>>) =>
    new Set(
      blast.access
        .filter(({ change, people }) => change === 'loses' && people.includes(admin.userName))
        .map(({ organizationId }) => organizationId),
    );
  const [ban] = await rig.stage(set(admin.userId, 'banned', true));
  expect(lost(await rig.plan())).toEqual(await placesOf());
  expect((await rig.plan()).blast.seats).toEqual([]);
  await rig.staging.withdraw([String(ban?.id) as never]);

  await rig.stage({ entity: 'user', recordId: admin.userId, action: { verb: 'delete' } });
  const plan = await rig.plan();
  expect(lost(plan)).toEqual(await placesOf());
  const here = plan.blast.admins.find(({ organizationId }) => organizationId === admin.organizationId);
  const others = admins.filter(({ organizationId }) => organizationId === admin.organizationId).length - 1;
  expect(here).toMatchObject({ before: others + 1, after: others });
  // The service lets it happen, so that it is told and not refused.
  expect(plan.steps).toMatchObject([{ verdict: 'clean' }]);
  expect(plan.blast.seats.map(({ before, after }) => after - before)).toEqual(
    [...(await placesOf())].map(() => -1),
  );
});

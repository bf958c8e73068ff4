import { expect, it } from 'vitest';
import { drafts } from './drafts';
import { id, startReconcile } from './reconcile-rig';

const half = '\ud83d';
const edit = (recordId: string, field: string, value: string) =>
  ({ entity: 'user', recordId: id(recordId), action: { verb: 'update', field, value } }) as const;

it('what a kind of value never is on the service is refused before it is staged, each with why', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const [person] = await rig.store.list('user', [], 1);
  const [home] = await rig.store.list('organization', [], 1);
  if (!person || !home) throw new Error('a world has people and organizations');
  const invited = (values: Record<string, string>) =>
    ({ entity: 'invitation', recordId: id('new_i'), action: { verb: 'create', values } }) as const;
  const odd = [
    edit(person.id, 'username', 'two words'),
    edit(person.id, 'username', 'no\u00a0break'),
    edit(person.id, 'username', 'an@address'),
    edit(person.id, 'username', 'zero\u200bwidth'),
    edit(person.id, 'firstName', 'nul\u0000inside'),
    edit(person.id, 'lastName', `half ${half}`),
    edit(person.id, 'externalId', `x${half}`),
    drafts.organization(home.id, 'name', `half ${half} of it`),
    drafts.organization(home.id, 'slug', 'Two Words'),
    drafts.organization(home.id, 'slug', '-edge'),
    { entity: 'user', recordId: id('new_p'), action: { verb: 'create', values: { phone: '0041 79' } } },
    { entity: 'user', recordId: id('new_e'), action: { verb: 'create', values: { email: 'a@b' } } },
    { entity: 'user', recordId: id('new_u'), action: { verb: 'create', values: { username: 'a b' } } },
    invited({
      organizationId: home.id,
      email: 'x@y.example',
      role: 'org:member',
      redirectUrl: 'https://%%%',
    }),
  ] as const;
  for (const draft of odd) {
    const { staged, rejected } = await rig.staging.stage([draft]);
    const told = JSON.stringify(draft);
    expect([told, staged.length, rejected.length]).toEqual([told, 0, 1]);
    expect(rejected[0]?.failure.message).toMatch(/must|may|needs/);
  }
  expect(await rig.open()).toEqual([]);
});

it('names of every script arrive as they were typed, and are found', async () => {
  const rig = await startReconcile({ scale: 0.02 });
  const people = await rig.store.list('user', [], 5);
  const names = ['שלום עולם', '\u202eevil\u202c', '李娜', '👩‍👩‍👧‍👦 & Søn', 'x'.repeat(256)];
  await rig.stage(...names.map((name, at) => edit(people[at]?.id ?? '', 'firstName', name)));
  expect(await rig.reconcile()).toMatchObject({ applied: names.length, refused: 0, left: 0 });
  for (const [at, name] of names.entries()) {
    const [found] = await rig.store.list('user', [{ field: 'firstName', op: 'eq', value: name }]);
    expect([name, found?.id]).toEqual([name, people[at]?.id]);
  }
});

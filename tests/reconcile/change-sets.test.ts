import { createChangeSets } from '@main/reconcile/change-sets/create-change-sets';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { type IntentDraft, openStates } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { drafts } from './drafts';
import { openWorld } from './open-world';
import { type ReconcileRig, id as recordId, startReconcile } from './reconcile-rig';

let ids = 0;

function setsOver({ store, staging }: Pick<ReconcileRig, 'store' | 'staging'>) {
  return createChangeSets({ store, staging, now: Date.now, newId: () => `c${++ids}` });
}

it('change sets stand side by side, are split, joined and renamed, across a restart', async () => {
  const world = await openWorld();
  const sets = setsOver(world);
  const first = valueIn(await sets.create({ title: 'Offboarding', ticket: 'OPS-7' }));
  const { staged } = await world.staging.stage(
    [drafts.role('orgmem_2', 'org:viewer'), drafts.role('orgmem_3', 'org:viewer')],
    first.id,
  );
  await world.staging.stage([drafts.organization('org_1', 'name', 'Acme Ltd')]);
  expect((await sets.list()).map(({ title, open }) => [title, open])).toEqual([
    ['Offboarding', 2],
    ['Changes', 1],
  ]);
  const split = valueIn(
    await sets.create({ title: 'Later', ticket: '', intentIds: staged.slice(1).map(({ id }) => id) }),
  );
  expect(valueIn(await sets.join(defaultChangeSetId, split.id))).toEqual({ moved: 1 });
  valueIn(await sets.rename({ id: split.id, ticket: 'OPS-8' }));
  const again = setsOver(await world.reopen());
  expect((await again.list()).map(({ title, ticket, open }) => [title, ticket, open])).toEqual([
    ['Later', 'OPS-8', 2],
    ['Offboarding', 'OPS-7', 1],
  ]);
  expect(await again.rename({ id: defaultChangeSetId, title: 'x' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

it('a withdrawn set comes back by undo, as it was', async () => {
  const world = await openWorld();
  const sets = setsOver(world);
  const { id } = valueIn(await sets.create({ title: 'Roles', ticket: '' }));
  await world.staging.stage([drafts.role('orgmem_2', 'org:viewer')], id);
  await world.staging.stage([drafts.organization('org_1', 'name', 'Acme Ltd')]);
  expect(valueIn(await sets.withdraw(id))).toMatchObject({ withdrawn: 1 });
  expect((await world.store.intents({ states: openStates })).map(({ entity }) => entity)).toEqual([
    'organization',
  ]);
  valueIn(await world.staging.undo());
  expect((await sets.list()).map(({ open }) => open)).toEqual([1, 1]);
});

it('an applied set is taken back by one call, except what cannot be', async () => {
  const rig = await startReconcile();
  const sets = setsOver(rig);
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 2);
  const [edited, removed] = members;
  if (edited === undefined || removed === undefined) throw new Error('the world has members');
  const { id } = valueIn(await sets.create({ title: 'Roles', ticket: 'OPS-1' }));
  const before = await rig.store.get('organization', edited.organizationId);
  await rig.staging.stage(
    [
      drafts.role(edited.id, 'org:viewer'),
      drafts.organization(edited.organizationId, 'name', 'Renamed Ltd'),
      drafts.remove('membership', removed.id),
      drafts.create('new_1', { name: 'Made here', slug: 'made-here' }),
    ],
    id,
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 4 });
  expect((await rig.plan()).steps).toEqual([]);

  const report = valueIn(await sets.stageInverse(id));
  expect(report.rejected).toEqual([]);
  expect(report.changeSet).toMatchObject({ title: 'Undo: Roles', ticket: 'OPS-1', undoes: id });
  expect(report.staged).toHaveLength(4);
  const plan = await rig.plan();
  expect(
    plan.steps.filter(({ irreversible }) => irreversible).map(({ verb, entity }) => [verb, entity]),
  ).toEqual([['delete', 'organization']]);
  expect(await rig.reconcile()).toMatchObject({ applied: 4, refused: 0, conflicts: 0 });
  expect(await rig.store.get('membership', edited.id)).toMatchObject({ role: 'org:member', state: 'synced' });
  expect(await rig.store.get('organization', edited.organizationId)).toMatchObject({ name: before?.name });
  expect(await rig.store.list('organization', [{ field: 'slug', op: 'eq', value: 'made-here' }])).toEqual([]);
  const back = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: removed.organizationId },
    { field: 'userId', op: 'eq', value: removed.userId },
  ]);
  expect(back.map(({ role }) => role)).toEqual(['org:member']);
  const undone = valueIn(await sets.stageInverse(String(report.changeSet?.id) as typeof id));
  expect(undone.notUndone.map(({ reason }) => reason)).toEqual([
    'A deleted organization comes back without its members, invitations and domains.',
  ]);
});

it('taking a set back never overwrites what a colleague did since', async () => {
  const rig = await startReconcile();
  const sets = setsOver(rig);
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (member === undefined) throw new Error('the world has members');
  const { id } = valueIn(await sets.create({ title: 'Role', ticket: '' }));
  await rig.staging.stage([drafts.role(member.id, 'org:viewer')], id);
  await rig.reconcile();
  const { organizationId, userId } = member;
  await rig.sandbox.control.edit([
    { membership: { organization_id: organizationId, user_id: userId }, set: { role: 'org:billing' } },
  ]);
  // The copy knows of the colleague's change by now; the way back still starts from what the set had written.
  const [probe] = await rig.stage(drafts.role(member.id, 'org:support'));
  await rig.plan();
  if (probe !== undefined) await rig.staging.withdraw([probe.id]);
  expect(await rig.store.get('membership', member.id)).toMatchObject({ role: 'org:billing' });
  await sets.stageInverse(id);
  expect((await rig.plan()).steps[0]).toMatchObject({ verdict: 'conflict', theirs: 'org:billing' });
});

it('what was edited and then deleted is made anew as it was before both; what stood in a deleted organization goes back by no id of then', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const of = (id: string, action: IntentDraft['action']): IntentDraft => ({
    ...{ entity: 'role', recordId: recordId(id) },
    action,
  });
  const before = {
    key: 'org:made',
    name: 'Made',
    description: 'Here',
    permissionKeys: ['org:projects:read'],
  };
  await rig.stage(of('new_role', { verb: 'create', values: before }));
  await rig.reconcile();
  const made = async () => (await rig.store.list('role', [])).find(({ key }) => key === before.key);
  const id = (await made())?.id ?? '';
  await rig.stage(
    of(id, { verb: 'update', field: 'name', value: 'Edited' }),
    of(id, { verb: 'update', field: 'permissionKeys', value: [] }),
  );
  await rig.reconcile();
  await rig.stage(of(id, { verb: 'delete' }));
  await rig.reconcile();
  const [creation, ...since] = await rig.store.intents({ states: ['applied'] });
  expect(creation?.action.verb).toBe('create');
  const { drafts: back } = inverseDrafts(since);
  expect((await rig.staging.stage(back.map(({ draft }) => draft))).rejected).toEqual([]);
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, conflicts: 0 });
  expect(await made()).toMatchObject(before);

  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (member === undefined) throw new Error('the world has members');
  const from = (await rig.store.intents({})).length;
  await rig.stage(drafts.role(member.id, 'org:viewer'));
  await rig.reconcile();
  await rig.stage(drafts.remove('organization', member.organizationId));
  await rig.reconcile();
  const gone = (await rig.store.intents({ states: ['applied'] })).slice(from);
  expect(gone).toHaveLength(2);
  expect(inverseDrafts(gone)).toMatchObject({ drafts: [], notUndone: [{ intentId: gone[1]?.id }] });
});

it('a permission and the role that gives it come back whole, whichever was deleted first', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const make = (entity: 'permission' | 'role', values: JsonObject) =>
    rig.stage({ entity, recordId: recordId(`new_${entity}`), action: { verb: 'create', values } });
  await make('permission', { key: 'org:made:read', name: 'Made' });
  await make('role', { key: 'org:made', name: 'Made', permissionKeys: ['org:made:read'] });
  await rig.reconcile();
  const made = async () => (await rig.store.list('role', [])).find(({ key }) => key === 'org:made');
  const [permission] = await rig.store.list('permission', [
    { field: 'key', op: 'eq', value: 'org:made:read' },
  ]);
  const from = (await rig.store.intents({ states: ['applied'] })).length;
  await rig.stage(
    drafts.remove('permission', permission?.id ?? ''),
    drafts.remove('role', (await made())?.id ?? ''),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  const { drafts: back } = inverseDrafts((await rig.store.intents({ states: ['applied'] })).slice(from));
  expect((await rig.staging.stage(back.map(({ draft }) => draft))).rejected).toEqual([]);
  expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0, conflicts: 0 });
  expect(await made()).toMatchObject({ permissionKeys: ['org:made:read'] });
});

import { createAudit } from '@main/audit/create-audit';
import { PageQuery } from '@shared/contract/page';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { type ReconcileRig, startReconcile, valueIn } from '../reconcile/reconcile-rig';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function start() {
  const rig = await startReconcile();
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  const [row] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  const [viewer] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:viewer' }]);
  if (!row || !viewer) throw new Error('the world has members and viewers');
  const history = async (entity: 'user' | 'organization', id: string) =>
    rig.store.history({ about: await audit.about({ entity, id: id as typeof row.id }), limit: 100 });
  const change = async (...edits: Parameters<ReconcileRig['stage']>) => {
    await tick();
    await rig.stage(...edits);
    await rig.reconcile();
    await tick();
  };
  return { rig, audit, row, viewer, history, change };
}

it('a person’s history holds their memberships, gone ones too, and what their roles gained or lost', async () => {
  const { rig, row, viewer, history, change } = await start();
  await change(drafts.role(row.id, 'org:viewer'));
  await change({
    entity: 'role',
    recordId: viewer.id,
    action: {
      verb: 'update',
      field: 'permissionKeys',
      value: [...viewer.permissionKeys, 'org:reports:export'].sort(),
    },
  });
  const told = async (entity: 'user' | 'organization', id: string) =>
    (await history(entity, id)).map((entry) => `${entry.entity} ${entry.change}`);
  const both = ['role updated', 'membership updated'];
  expect(await told('user', row.userId)).toEqual(both);
  expect(await told('organization', row.organizationId)).toEqual(both);
  await change(drafts.remove('membership', row.id));
  expect(await told('user', row.userId)).toContain('membership deleted');
  expect(await told('user', row.userId)).toContain('membership updated');
  const [other] = (await rig.store.list('membership', [])).filter(
    ({ userId, role }) => userId !== row.userId && role === 'org:admin',
  );
  expect(await told('user', String(other?.userId))).toEqual([]);
});

it('what came back to where it was is no difference, whatever time and names did meanwhile', async () => {
  const { audit, row, change } = await start();
  const from = Date.now();
  await change(drafts.role(row.id, 'org:viewer'));
  await change(drafts.role(row.id, 'org:member'));
  const compared = valueIn(await audit.compare({ from, to: Date.now(), limit: 100 }));
  expect(compared.changes).toEqual([]);
  await change(drafts.organization(row.organizationId, 'name', 'Renamed Ltd'));
  const later = valueIn(await audit.compare({ from, to: Date.now(), limit: 100 }));
  expect(later.changes.map(({ label }) => label)).toEqual([expect.stringContaining('Renamed Ltd')]);
  for (const { fields } of later.changes)
    for (const { before, after } of fields) expect(before).not.toEqual(after);
});

it('no row of a moment was changed after it', async () => {
  const { rig, audit, row, change } = await start();
  await tick();
  const at = Date.now();
  await tick();
  await change(drafts.role(row.id, 'org:viewer'), drafts.organization(row.organizationId, 'name', 'Renamed'));
  // As a sweep writes what follows from other records only: a row without an entry.
  const [quiet] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:billing' }], 1);
  if (!quiet) throw new Error('the world has billing managers');
  await rig.store.write({ put: [{ entity: 'membership', record: { ...quiet, updatedAt: Date.now() } }] });
  for (const entity of ['membership', 'organization'] as const) {
    const page = valueIn(await audit.page(PageQuery.parse({ entity, limit: 500 }), at));
    for (const { updatedAt } of page.rows) expect(updatedAt).toBeLessThanOrEqual(at);
  }
  const one = valueIn(await audit.record('membership', row.id, at));
  expect(one.record?.updatedAt).toBeLessThanOrEqual(at);
});

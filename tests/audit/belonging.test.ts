import { createAudit } from '@main/audit/create-audit';
import { PageQuery } from '@shared/contract/page';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { type ReconcileRig, startReconcile } from '../reconcile/reconcile-rig';
import { valueIn } from '../support/value-in';
import { beginSync, sweepOnce } from '../sync/sync-rig';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function start() {
  const rig = await startReconcile();
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  const all = await rig.store.list('membership', []);
  const rows = all.filter(({ role }) => role === 'org:member');
  const holds = (organizationId: string, key: string): boolean =>
    all.some((one) => one.organizationId === organizationId && one.role === key);
  const roles = (await rig.store.list('role', [])).filter(
    ({ permissionKeys }) => !permissionKeys.includes('org:reports:export'),
  );
  // A role that nobody in their organization holds yet.
  const [found] = roles.flatMap((viewer) => {
    const row = rows.find(({ organizationId }) => !holds(organizationId, viewer.key));
    return row === undefined ? [] : [{ row, viewer }];
  });
  const { row, viewer } = found ?? {};
  if (!row || !viewer) throw new Error('somebody is in an organization where nobody holds some role');
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
  await change(drafts.role(row.id, viewer.key));
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

it('what a role gained or lost counts for who held it then, seen by sweeps, and for no one else', async () => {
  const { rig, row, viewer, history } = await start();
  const { url, secretKey } = rig.sandbox;
  const sync = beginSync({ store: rig.store, port: rig.identity });
  const colleague = async (method: string, path: string, body?: object): Promise<void> => {
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(200);
    await sweepOnce(sync);
  };
  const [reports] = await rig.store.list('permission', [
    { field: 'key', op: 'eq', value: 'org:reports:export' },
  ]);
  const permission = `/organization_roles/${viewer.id}/permissions/${reports?.id}`;
  const membership = `/organizations/${row.organizationId}/memberships/${row.userId}`;
  const { id: adminId } = (await rig.store.list('membership', [])).find(
    ({ role, organizationId }) => role === 'org:admin' && organizationId !== row.organizationId,
  ) as { id: typeof row.id };

  await colleague('POST', permission);
  await colleague('PATCH', membership, { role: viewer.key });
  await colleague('DELETE', permission);
  await colleague('PATCH', membership, { role: 'org:member' });
  await colleague('POST', permission);
  await colleague('PATCH', membership, { role: viewer.key });
  await colleague('PATCH', `/organization_roles/${viewer.id}`, { name: 'Reader' });
  await colleague('DELETE', membership);
  await colleague('DELETE', permission);

  const told = async (entity: 'user' | 'organization', id: string): Promise<readonly string[]> =>
    (await history(entity, id)).flatMap(({ entity: of, change, fields }) =>
      of === 'role' || of === 'membership'
        ? [
            `${of} ${change}: ${fields.map(({ field }) => field).filter((field) => !/At$|roleName/.test(field))}`,
          ]
        : [],
    );
  const mine = [
    'membership deleted',
    'role updated: name',
    'membership updated: role',
    'membership updated: role',
    'role updated: permissionKeys',
    'membership updated: role',
  ].map((start) => expect.stringMatching(`^${start}`));
  expect(await told('user', row.userId)).toEqual(mine);
  const admin = await rig.store.get('membership', adminId);
  expect(await told('user', String(admin?.userId))).toEqual([]);
  // Viewers of one organization are no matter of another one without any.
  const viewers = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: viewer.key }]);
  const without = new Set(viewers.map(({ organizationId }) => organizationId));
  const home = await told('organization', row.organizationId);
  expect(home).toEqual(mine);
  const other = (await rig.store.list('organization', [])).find(
    ({ id }) => !without.has(id) && id !== row.organizationId,
  );
  expect(await told('organization', String(other?.id))).toEqual([]);
  // Asked again, nothing is looked through twice.
  expect(await told('user', row.userId)).toEqual(mine);
});

it('what came back to where it was is no difference, whatever time and names did meanwhile', async () => {
  const { audit, row, viewer, change } = await start();
  const from = Date.now();
  await change(drafts.role(row.id, viewer.key));
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
  const { rig, audit, row, viewer, change } = await start();
  await tick();
  const at = Date.now();
  await tick();
  await change(drafts.role(row.id, viewer.key), drafts.organization(row.organizationId, 'name', 'Renamed'));
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

import { createAudit } from '@main/audit/create-audit';
import type { Store } from '@main/store/store';
import type { PageQuery } from '@shared/contract/page';
import { PageQuery as Query } from '@shared/contract/page';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { type ReconcileRig, startReconcile } from '../reconcile/reconcile-rig';
import { valueIn } from '../support/value-in';

const query = (over: Partial<PageQuery>): PageQuery =>
  Query.parse({ entity: 'membership', limit: 20, ...over });

/** What a table shows, staged edits aside: the rows that matter for comparing two moments. */
async function table(store: Store, asked: PageQuery): Promise<readonly unknown[]> {
  const { rows, total } = await store.page(asked);
  return [
    total,
    ...rows.map((row) => [row.id, 'role' in row ? row.role : '', 'name' in row ? row.name : '']),
  ];
}

async function auditOf(rig: ReconcileRig) {
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  return audit;
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('any page of any table reads as it was, whatever was changed, made, deleted or staged since', async () => {
  const rig = await startReconcile();
  const audit = await auditOf(rig);
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  const queries = [
    query({}),
    query({ offset: 15, limit: 7 }),
    query({ sort: { field: 'role', direction: 'desc' }, offset: 3 }),
    query({ where: [{ field: 'role', op: 'eq', value: 'org:viewer' }] }),
    query({ where: [{ field: 'role', op: 'eq', value: 'org:member' }], offset: 20 }),
    query({ entity: 'organization', sort: { field: 'name', direction: 'asc' } }),
    query({ text: 'an', sort: { field: 'userName', direction: 'asc' } }),
  ];
  const moments: { at: number; tables: readonly (readonly unknown[])[] }[] = [];
  const remember = async (): Promise<void> => {
    await tick();
    moments.push({ at: Date.now(), tables: await Promise.all(queries.map((one) => table(rig.store, one))) });
    await tick();
  };
  await remember();
  const [a, b, c] = members;
  if (a === undefined || b === undefined || c === undefined) throw new Error('the world has members');
  await rig.stage(
    drafts.role(a.id, 'org:viewer'),
    drafts.organization(a.organizationId, 'name', 'AAA first'),
  );
  await rig.reconcile();
  await remember();
  await rig.stage(drafts.remove('membership', b.id), drafts.role(c.id, 'org:viewer'));
  await rig.reconcile();
  await rig.stage(drafts.add(b.organizationId, b.userId, 'org:viewer'));
  await rig.reconcile();
  await remember();
  await rig.stage(
    drafts.role(a.id, 'org:admin'),
    ...members.slice(5, 12).map(({ id }) => drafts.remove('membership', id)),
  );

  for (const { at, tables } of moments)
    for (const [index, asked] of queries.entries()) {
      const page = valueIn(await audit.page(asked, at));
      const shown = page.rows.map((row) => [row.id, row.role ?? '', row.name ?? '']);
      expect([page.total, ...shown], `${JSON.stringify(asked)} at ${at}`).toEqual(tables[index]);
    }
  const then = valueIn(await audit.record('membership', b.id, Number(moments[0]?.at)));
  expect(then.record).toMatchObject({ role: 'org:member', userName: b.userName });
  const [first, , last] = moments;
  const compared = valueIn(
    await audit.compare({ from: Number(first?.at), to: Number(last?.at), entity: 'membership', limit: 100 }),
  );
  expect(compared.changes.map(({ change }) => change).sort()).toEqual([
    'created',
    'deleted',
    'updated',
    'updated',
  ]);
});

it('tells who gained and who lost admin between two moments, from here or on the service', async () => {
  const rig = await startReconcile();
  const audit = await auditOf(rig);
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 2);
  const [mine, theirs] = members;
  if (mine === undefined || theirs === undefined) throw new Error('the world has members');
  await tick();
  const monday = Date.now();
  await tick();
  await rig.stage(drafts.role(mine.id, 'org:admin'), drafts.role(theirs.id, 'org:viewer'));
  await rig.sandbox.control.edit([
    {
      membership: { organization_id: theirs.organizationId, user_id: theirs.userId },
      set: { role: 'org:admin' },
    },
  ]);
  await rig.reconcile();
  const { admins, adminsTotal } = valueIn(await audit.compare({ from: monday, to: Date.now(), limit: 100 }));
  expect(adminsTotal).toBe(2);
  expect(
    new Set(admins.map(({ membershipId, change, roleBefore }) => `${membershipId} ${change} ${roleBefore}`)),
  ).toEqual(new Set([`${mine.id} gained org:member`, `${theirs.id} gained org:member`]));
  const back = valueIn(await audit.compare({ from: monday - 1, to: monday, limit: 100 }));
  expect([back.total, back.adminsTotal]).toEqual([0, 0]);
});

it('a moment before the first copy is refused, and the chain names what was tampered with', async () => {
  const rig = await startReconcile();
  const audit = createAudit({ store: rig.store, now: Date.now });
  expect(await audit.page(query({}), Date.now())).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 5);
  await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
  await rig.reconcile();
  expect(await audit.verify()).toEqual({ checked: 5, fault: null });
  const entries = await rig.store.history({ limit: 10 });
  const tampered = (at: number, over: object): Store => ({
    ...rig.store,
    history: async (asked) => {
      const found = await rig.store.history(asked);
      return found.flatMap((entry) =>
        entry.seq === at ? (over === removed ? [] : [{ ...entry, ...over }]) : [entry],
      );
    },
  });
  const removed = {};
  const verify = (store: Store) => createAudit({ store, now: Date.now }).verify();
  expect(await verify(tampered(3, { label: 'Nobody' }))).toMatchObject({
    fault: { kind: 'changed', seq: 3 },
  });
  expect(await verify(tampered(3, removed))).toMatchObject({ fault: { kind: 'missing', seq: 3 } });
  expect(await verify(tampered(5, removed))).toMatchObject({ fault: { kind: 'missing', seq: 5 } });
  expect(await verify(tampered(1, removed))).toMatchObject({ fault: { kind: 'missing', seq: 1 } });
  expect(entries).toHaveLength(5);
});

it('an organization deleted from here is whole as of a moment before: members, invitations and all their names', async () => {
  const rig = await startReconcile();
  const audit = await auditOf(rig);
  const [invitation] = await rig.store.list('invitation', [], 1);
  if (invitation === undefined) throw new Error('the world has invitations');
  const inside = {
    where: [{ field: 'organizationId', op: 'eq', value: invitation.organizationId }],
  } as const;
  const queries = [
    query({ ...inside, where: [...inside.where], limit: 100 }),
    query({ entity: 'invitation', where: [...inside.where] }),
    query({ entity: 'organization' }),
  ];
  const shown = (row: object) =>
    ['id', 'name', 'userName', 'userEmail', 'organizationName', 'roleName', 'email'].map((field) =>
      Object.entries(row).find(([key]) => key === field),
    );
  const before = await Promise.all(
    queries.map(async (asked) => {
      const { rows, total } = await rig.store.page(asked);
      return [total, ...rows.map(shown)];
    }),
  );
  expect(before.every(({ length }) => length > 1)).toBe(true);
  await tick();
  const at = Date.now();
  await tick();
  await rig.stage(drafts.remove('organization', invitation.organizationId));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  for (const [index, asked] of queries.entries()) {
    const page = valueIn(await audit.page(asked, at));
    expect([page.total, ...page.rows.map(shown)]).toEqual(before[index]);
    expect(valueIn(await audit.page(asked, Date.now())).total).toBe(
      index < 2 ? 0 : Number(before[2]?.[0]) - 1,
    );
  }
  expect(await audit.verify()).toMatchObject({ fault: null });
});

import { createAudit } from '@main/audit/create-audit';
import { PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import { pastRecord } from '@shared/domain/history/rewind';
import { expect, it } from 'vitest';
import { membershipOf } from '../domain/sample-records';
import { valueIn } from '../support/value-in';
import { type SyncRig, startRig } from '../sync/sync-rig';

const repeated = ['id', 'userName', 'userEmail', 'organizationName', 'roleName', 'role', 'name'];
const shown = (row: object) => repeated.map((field) => readField(row, field));
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A plain member, another one of the same organization, and their role. */
async function subjectOf({ store }: SyncRig) {
  const plain = { field: 'role', op: 'eq', value: 'org:member' } as const;
  const [first] = await store.list('membership', [plain], 1);
  const inside = { field: 'organizationId', op: 'eq', value: first?.organizationId ?? '' } as const;
  const [member, colleague] = await store.list('membership', [plain, inside], 2);
  const [role] = await store.list('role', [{ field: 'key', op: 'eq', value: 'org:member' }], 1);
  if (member === undefined || colleague === undefined || role === undefined)
    throw new Error('the world has organizations with members');
  return { member, colleague, role };
}

async function rename(rig: SyncRig, name: string): Promise<void> {
  const { member, role } = await subjectOf(rig);
  await rig.sandbox.control.edit([
    { user: member.userId, set: { first_name: name, last_name: 'Person' } },
    { organization: member.organizationId, set: { name: `${name} Organization` } },
    { role: role.id, set: { name: `${name} Role` } },
  ]);
  await rig.sweep();
}

it('names of people, organizations and roles are those of the moment: in rows, order, filters and search', async () => {
  const rig = await startRig();
  await rig.sweep();
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  const { member, colleague } = await subjectOf(rig);
  const ids = [member.id, colleague.id];
  const first = member.organizationName;
  const memberships = (over: object) => PageQuery.parse({ entity: 'membership', limit: 30, ...over });
  const by = (field: string, direction = 'asc') => ({ sort: { field, direction } });
  const queries = [
    memberships({}),
    memberships({ offset: 25, limit: 10 }),
    memberships({ ...by('organizationName'), offset: 10 }),
    memberships(by('organizationName', 'desc')),
    memberships(by('roleName', 'desc')),
    memberships({ ...by('role'), thenBy: [{ field: 'organizationName', direction: 'desc' }] }),
    memberships({
      ...by('organizationName', 'desc'),
      thenBy: [
        { field: 'roleName', direction: 'asc' },
        { field: 'userName', direction: 'desc' },
      ],
    }),
    memberships({ where: [{ field: 'organizationId', op: 'eq', value: member.organizationId }] }),
    memberships({ where: [{ field: 'organizationName', op: 'eq', value: first }] }),
    memberships({ where: [{ field: 'organizationName', op: 'eq', value: 'Aardvark Organization' }] }),
    memberships({ text: first, ...by('userName') }),
    memberships({ text: 'Aardvark', ...by('userName') }),
    memberships({ text: 'Zulu', ...by('organizationName') }),
    PageQuery.parse({ entity: 'invitation', limit: 50 }),
    PageQuery.parse({ entity: 'invitation', limit: 50, ...by('roleName') }),
    PageQuery.parse({ entity: 'organization', limit: 50 }),
  ];
  const moments: { at: number; pages: readonly (readonly unknown[])[]; records: unknown }[] = [];
  const remember = async (): Promise<void> => {
    await tick();
    const pages = await Promise.all(
      queries.map(async (query) => {
        const { rows, total } = await rig.store.page(query);
        return [total, ...rows.map(shown)];
      }),
    );
    const held = await rig.store.getMany('membership', ids);
    moments.push({ at: Date.now(), pages, records: ids.map((id) => shown(held.get(id) ?? {})) });
    await tick();
  };
  await remember();
  await rename(rig, 'Aardvark');
  await remember();
  await rig.sandbox.control.edit([
    {
      call: {
        method: 'DELETE',
        path: `/organizations/${member.organizationId}/memberships/${member.userId}`,
      },
    },
  ]);
  await rename(rig, 'Zulu');
  await remember();
  await rename(rig, 'Middle');

  expect(new Set(moments.map(({ pages }) => JSON.stringify(pages))).size).toBe(3);
  for (const { at, pages, records } of moments) {
    for (const [index, query] of queries.entries()) {
      const page = valueIn(await audit.page(query, at));
      expect([page.total, ...page.rows.map(shown)], `${JSON.stringify(query)} at ${at}`).toEqual(
        pages[index],
      );
    }
    const read = await Promise.all(ids.map((id) => audit.record('membership', id, at)));
    expect(read.map((result) => shown(valueIn(result).record ?? {}))).toEqual(records);
  }
});

it('when a membership was seen with a new name says nothing of when somebody was renamed', () => {
  const now = membershipOf({ userName: 'Dana New', role: 'org:admin' });
  const fields = new Map([
    ['role', 'org:member'],
    ['userName', 'Dana Old'],
  ]);
  expect(pastRecord('membership', now.id, now, { kind: 'fields', fields })).toEqual({
    ...now,
    role: 'org:member',
  });
});

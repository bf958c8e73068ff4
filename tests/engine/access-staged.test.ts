import { type AccessMoment, accessOperations } from '@shared/contract/access';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { valueIn } from '../support/value-in';
import { startAccess } from './access-rig';

const now: AccessMoment = { kind: 'now' };
const after: AccessMoment = { kind: 'after' };

it('counts the creator of an organization that is staged as its first member, in the first of its seats', async () => {
  const { rig, access } = await startAccess();
  const people = await rig.store.list('user', [{ field: 'banned', op: 'eq', value: false }]);
  const [creator, second] = people.filter(({ deprovisioned }) => !deprovisioned);
  if (!creator || !second) throw new Error('the world has people');
  const [staged] = await rig.stage({
    entity: 'organization',
    action: { verb: 'create', values: { name: 'Acme', createdBy: creator.id, maxAllowedMemberships: 2 } },
  });
  const made = RecordId.parse(staged?.recordId);
  await rig.stage(drafts.add(made, second.id));
  const held = async (): Promise<readonly string[]> => {
    const asked = { permissionKey: 'org:sys_memberships:manage', organizationId: made, when: after };
    const { holders } = valueIn(await access.whoCan(accessOperations.whoCan.input.parse(asked)));
    return holders.map(({ userId }) => userId);
  };
  expect(await held()).toEqual([creator.id]);
  const inside = accessOperations.whoCan.input.parse({ organizationId: made, when: after });
  expect(valueIn(await access.whoCan(inside)).holders).toHaveLength(2);
  const why = { userId: creator.id, permissionKey: 'org:sys_memberships:manage', organizationId: made };
  expect(valueIn(await access.why({ ...why, when: after })).allowed).toBe(true);
  const own = accessOperations.whatCan.input.parse({ userId: creator.id, when: after });
  expect(valueIn(await access.whatCan(own)).organizations.map((each) => each.organizationId)).toContain(made);
  const { gained } = valueIn(
    await access.difference(
      accessOperations.accessDifference.input.parse({ organizationId: made, from: now, to: after }),
    ),
  );
  expect(gained.map(({ userId }) => userId)).toEqual(expect.arrayContaining([creator.id, second.id]));
});

it('tells who changes role in an organization, and offers no page behind which nobody is', async () => {
  const { rig, access } = await startAccess();
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  if (!member) throw new Error('the world has members');
  const { organizationId } = member;
  await rig.stage(drafts.role(member.id, 'org:viewer'));
  const asked = accessOperations.accessDifference.input.parse({ organizationId, from: now, to: after });
  const { moved, movedTotal, gainedTotal, lostTotal } = valueIn(await access.difference(asked));
  expect({ movedTotal, gainedTotal, lostTotal }).toEqual({ movedTotal: 1, gainedTotal: 0, lostTotal: 0 });
  expect(moved).toMatchObject([
    { userId: member.userId, roleBefore: 'org:member', roleAfter: 'org:viewer', permissionKey: '' },
  ]);
  const inside = async (limit: number) => {
    const query = accessOperations.whoCan.input.parse({ organizationId, when: after, limit });
    return valueIn(await access.whoCan(query));
  };
  const { holders } = await inside(500);
  const last = holders.at(-1);
  if (last === undefined || holders.length < 3) throw new Error('somebody is in it');
  expect((await inside(holders.length - 1)).next).not.toBeNull();
  await rig.stage({
    entity: 'user',
    recordId: RecordId.parse(last.userId),
    action: { verb: 'update', field: 'banned', value: true },
  });
  expect(await inside(holders.length - 1)).toMatchObject({ next: null, holders: holders.slice(0, -1) });
});

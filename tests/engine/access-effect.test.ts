import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { valueIn } from '../support/value-in';
import { ownEntries, startAccess } from './access-rig';

it('tells what its own entries gave and took, and nothing that a colleague did among them', async () => {
  const { rig, access } = await startAccess();
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  const [a, c] = members;
  const b = members.find(({ userId }) => userId !== a?.userId && userId !== c?.userId);
  if (!a || !b || !c) throw new Error('the world has members');
  const colleague = (method: 'POST' | 'PATCH', path: string, body: object = {}) =>
    rig.sandbox.control.edit([{ call: { method, path, body } }]);
  await rig.stage(drafts.role(a.id, 'org:admin'), drafts.role(c.id, 'org:admin'));
  await rig.reconcile();
  await colleague('POST', `/users/${b.userId}/ban`);
  await colleague('PATCH', `/organizations/${c.organizationId}/memberships/${c.userId}`, {
    role: 'org:viewer',
  });
  await rig.stage(
    {
      entity: 'membership',
      recordId: c.id,
      action: { verb: 'update', field: 'publicMetadata.seen', value: true },
    },
    {
      entity: 'user',
      recordId: RecordId.parse(b.userId),
      action: { verb: 'update', field: 'firstName', value: 'Bo' },
    },
  );
  await rig.reconcile();
  const [oldest] = (await rig.store.history({ limit: 100, recordId: a.id })).slice(-1);
  const told = (await rig.store.history({ limit: 100 })).map(
    ({ source, recordId }) => `${source} ${recordId}`,
  );
  expect(told).toEqual(expect.arrayContaining([`remote ${b.userId}`, `remote ${c.id}`]));
  const alone = valueIn(await access.effect({ seqs: [oldest?.seq ?? 0] }));
  expect(alone.permissions.some(({ gained }) => gained === 1)).toBe(true);
  expect(valueIn(await access.effect({ seqs: await ownEntries(rig) }))).toEqual(alone);
}, 60_000);

import { createAccess } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { type AccessMoment, accessOperations } from '@shared/contract/access';
import { expect, it } from 'vitest';
import { startReconcile } from '../reconcile/reconcile-rig';
import { everyList } from '../support/every-list';
import { valueIn } from '../support/value-in';
import { startRig } from '../sync/sync-rig';

const now: AccessMoment = { kind: 'now' };
const after: AccessMoment = { kind: 'after' };

const nobodyManages = accessOperations.tryAssertions.input.parse({
  assertions: [{ name: 'nobody manages', nobody: {}, holding: 'org:sys_memberships:manage' }],
});

it('tells nothing of half a copy, and of names that nothing has', async () => {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const audit = createAudit({ store: rig.store, now: Date.now });
  const access = createAccess(rig.store, audit, everyList);
  const holding = accessOperations.whoCan.input.parse({ permissionKey: 'org:sys_memberships:manage' });
  const notFound = { ok: false, error: { code: 'not-found' } };
  expect(await access.assert(nobodyManages)).toMatchObject(notFound);
  expect(await access.whoCan(holding)).toMatchObject(notFound);
  await audit.completeAt(1);
  expect(valueIn(await access.assert(nobodyManages)).assertions).toMatchObject([{ holds: false }]);

  for (const when of [now, after, { kind: 'at', at: Date.now() } as const]) {
    for (const wrong of [{ permissionKey: 'org:no:such' }, { organizationId: 'org_no' }])
      expect(await access.whoCan({ ...holding, ...wrong, when })).toMatchObject(notFound);
    for (const wrong of [
      { permissionKey: 'org:no:such' },
      { organizationId: 'org_no' },
      { userId: 'user_no' },
    ]) {
      const asked = accessOperations.accessDifference.input.parse({ ...wrong, from: when, to: now });
      expect(await access.difference(asked)).toMatchObject(notFound);
    }
  }
});

it('tells nothing where a list that decides was refused, or is not copied into this workspace', async () => {
  const bare = await startRig({ scale: 0.03, seed: 4 });
  const ofBare = createAudit({ store: bare.store, now: Date.now });
  await ofBare.completeAt(1);
  const { 'list.role': _none, ...others } = await everyList();
  const forbidden = { state: 'refused', reason: 'This key may not list roles.', next: '' } as const;
  for (const [known, said] of [
    [others, 'roles are not copied here.'],
    [{ ...others, 'list.role': forbidden }, 'roles are not copied here. This key may not list roles.'],
  ] as const) {
    const blind = createAccess(bare.store, ofBare, async () => known);
    expect(await blind.assert(nobodyManages)).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: expect.stringContaining(said) },
    });
  }
});

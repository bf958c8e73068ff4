import { openIdentity } from '@main/identity/open-identity';
import { createReconciler } from '@main/reconcile/create-reconciler';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { entitiesOf } from '@shared/domain/entity';
import type { IntentDraft } from '@shared/domain/intent';
import { expect, test } from 'vitest';
import { startBetterAuth } from '../support/better-auth/start-better-auth';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { beginSync, openTempStore, sweepOnce } from '../sync/sync-rig';

async function open() {
  const server = await startBetterAuth();
  const { url, apiKey } = server;
  const port = openIdentity('better-auth', { url, apiKey, fetch, now: Date.now, requestsPer10s: 10_000 });
  const entities = entitiesOf('b2b').filter((entity) => port.lacks?.[`list.${entity}`] === undefined);
  const store = await openTempStore(await temporaryFolder());
  await sweepOnce(beginSync({ store, port, entities }));
  let ids = 0;
  const staging = createStaging({
    store,
    now: Date.now,
    newId: () => `b${(++ids).toString().padStart(9, '0')}`,
  });
  const reconciler = createReconciler({ store, port, staging, now: Date.now, sleep: async () => undefined });
  const reconcile = async (draft: IntentDraft, meanwhile: () => Promise<unknown> = async () => null) => {
    const { staged, rejected } = await staging.stage([draft]);
    expect(rejected).toEqual([]);
    await meanwhile();
    const plan = valueIn(await reconciler.plan(staged.map((intent) => intent.id)));
    const report = valueIn(
      await reconciler.apply({ planHash: plan.hash, resolutions: {}, onRefusal: 'continue' }),
    );
    return report;
  };
  return { server, store, reconcile };
}

test('each edit arrives at a Better Auth server once, with its answer lost as well', async () => {
  const { server, store, reconcile } = await open();
  const [organization] = await store.list('organization', [], 1);
  const people = await store.list('user', [], 20);
  const person = people.find(({ email }) => email === 'person.5@example.com');
  const members = await store.list('membership', [], 20);
  const own = members.filter(({ organizationId }) => organizationId === organization?.id);
  const inRole = (role: string) => own.find((member) => member.role === role)?.id;
  const update = (entity: IntentDraft['entity'], recordId: IntentDraft['recordId'], field: string) =>
    [entity, recordId, field] as const;
  const edits = [
    [update('user', person?.id, 'firstName'), ['Dana Doe', 'Dee Doe'], '/admin/update-user'],
    [update('user', person?.id, 'banned'), [true], '/admin/ban-user'],
    [update('user', person?.id, 'banned'), [false], '/admin/unban-user'],
    [
      update('organization', organization?.id, 'name'),
      ['Acme Ltd', 'Acme Inc'],
      '/tenantry/update-organization',
    ],
    [
      update('organization', organization?.id, 'publicMetadata.tier'),
      ['iron', 'tin'],
      '/tenantry/update-organization',
    ],
    [update('membership', inRole('member'), 'role'), ['admin', 'member'], '/tenantry/update-member'],
  ] as const;
  const sent = (path: string) => server.received.filter((each) => each === `POST ${path}`).length;
  for (const [[entity, recordId, field], values, path] of edits)
    for (const [lost, value] of values.entries()) {
      const before = sent(path);
      if (lost > 0) server.loseAnswerTo(path);
      const draft: IntentDraft = {
        entity,
        ...(recordId && { recordId }),
        action: { verb: 'update', field, value },
      };
      const { applied, alreadySo, unknown } = await reconcile(draft);
      expect([field, value, applied + alreadySo, unknown]).toEqual([field, value, 1, 0]);
      expect(sent(path) - before).toBe(1);
    }

  const invite = {
    ...{ organizationId: String(organization?.id), email: 'lost@example.com', role: 'member' },
    ...{ expiresInDays: 9, notify: false },
  };
  server.loseAnswerTo('/tenantry/invite');
  const invited = await reconcile({ entity: 'invitation', action: { verb: 'create', values: invite } });
  expect([invited.applied + invited.alreadySo, sent('/tenantry/invite')]).toEqual([1, 1]);
  const [invitation] = await store.list('invitation', [], 5);
  expect(invitation).toMatchObject({ email: 'lost@example.com', status: 'pending' });
  expect(Number(invitation?.expiresAt) - Number(invitation?.createdAt)).toBe(9 * 86_400_000);
  expect(server.mailed).toEqual([]);
  const ends = [
    ['invitation', invitation?.id, '/tenantry/revoke'],
    ['membership', inRole('member'), '/tenantry/remove-member'],
  ] as const;
  for (const [entity, recordId, path] of ends) {
    server.loseAnswerTo(path);
    const report = await reconcile({ entity, ...(recordId && { recordId }), action: { verb: 'delete' } });
    expect([entity, report.applied + report.alreadySo, sent(path)]).toEqual([entity, 1, 1]);
  }
});

test('a colleague’s edit is a conflict, and what Better Auth refuses is refused', async () => {
  const { server, store, reconcile } = await open();
  const [organization] = await store.list('organization', [], 1);
  const recordId = organization?.id;
  const theirs = { id: recordId, name: 'Theirs' };
  const renamed = await reconcile(
    {
      entity: 'organization',
      ...(recordId && { recordId }),
      action: { verb: 'update', field: 'name', value: 'Mine' },
    },
    () => server.ask('POST', '/tenantry/update-organization', theirs),
  );
  expect(renamed).toMatchObject({ conflicts: 1, applied: 0 });
  const invite = { organizationId: String(recordId), email: 'twice@example.com', role: 'member' };
  const lacking = await reconcile({
    entity: 'user',
    action: { verb: 'create', values: { email: 'nobody@example.com' } },
  });
  expect(lacking).toMatchObject({ refused: 1, applied: 0 });
  expect(await server.ask('POST', '/tenantry/invite', invite)).toMatchObject({ status: 'pending' });
  expect(await server.ask('POST', '/tenantry/invite', invite)).toMatchObject({
    code: 'USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION',
  });
});

test('the last owner stays: a colleague took the other one’s role, and the server refuses', async () => {
  const { server, store, reconcile } = await open();
  const members = await store.list('membership', [], 20);
  const owner = members.find(({ role }) => role === 'owner');
  const second = members.find(
    ({ role, organizationId }) => role === 'admin' && organizationId === owner?.organizationId,
  );
  const setRole = (recordId: IntentDraft['recordId'], role: string): IntentDraft => ({
    entity: 'membership',
    ...(recordId && { recordId }),
    action: { verb: 'update', field: 'role', value: role },
  });
  expect(await reconcile(setRole(second?.id, 'owner'))).toMatchObject({ applied: 1 });
  const demotion = await reconcile(setRole(owner?.id, 'member'), () =>
    server.ask('POST', '/tenantry/update-member', { id: second?.id, role: 'member' }),
  );
  expect(demotion).toMatchObject({ applied: 0, refused: 1 });
  const kept = await server.ask('GET', `/tenantry/list?of=member&field=id&value=${owner?.id}`);
  expect(kept.data).toMatchObject([{ role: 'owner' }]);
});

import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { expect, it } from 'vitest';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const make = (key: string): IntentDraft => ({
  entity: 'role',
  recordId: provisionalId(key),
  action: { verb: 'create', values: { key, name: 'Auditor', permissionKeys: ['org:reports:read'] } },
});

const remove = (recordId: RecordId): IntentDraft => ({
  entity: 'role',
  recordId,
  action: { verb: 'delete' },
});

async function roleOf({ store }: ReconcileRig, key: string) {
  const found = (await store.list('role', [])).find((role) => role.key === key);
  if (found === undefined) throw new Error(`there is no role ${key}`);
  return found;
}

async function refusal(rig: ReconcileRig, draft: IntentDraft): Promise<string | undefined> {
  const { rejected } = await rig.staging.stage([draft]);
  return rejected[0]?.failure.message;
}

it('a role that is held, invited for, the creator’s or the default is not deleted, and it says how many hold it', async () => {
  const rig = await startReconcile();
  expect(await refusal(rig, remove((await roleOf(rig, 'org:admin')).id))).toContain('creator');
  expect(await refusal(rig, remove((await roleOf(rig, 'org:member')).id))).toContain('verified domain');

  const billing = await roleOf(rig, 'org:billing');
  const holders = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: billing.key }]);
  const people = new Set(holders.map(({ userId }) => userId));
  expect(await refusal(rig, remove(billing.id))).toBe(`${people.size} people hold Billing manager.`);

  const moved = holders.map(({ id }): IntentDraft => {
    return {
      entity: 'membership',
      recordId: id,
      action: { verb: 'update', field: 'role', value: 'org:viewer' },
    };
  });
  await rig.stage(...moved);
  const invited = (await rig.store.list('invitation', [])).filter(
    ({ role, status }) => role === billing.key && status === 'pending',
  );
  if (invited.length > 0) {
    expect(await refusal(rig, remove(billing.id))).toContain('invitation');
    await rig.stage(
      ...invited.map(
        ({ id }): IntentDraft => ({ entity: 'invitation', recordId: id, action: { verb: 'delete' } }),
      ),
    );
  }
  // Nobody will hold it by then: the role goes last.
  await rig.stage(remove(billing.id));
  expect(await rig.reconcile()).toMatchObject({ refused: 0, applied: holders.length + invited.length + 1 });
  await expect(roleOf(rig, 'org:billing')).rejects.toThrow();
  const { rows } = await rig.store.page({
    entity: 'membership',
    where: [],
    text: '',
    offset: 0,
    limit: 500,
  } as never);
  expect(rows.some((row) => 'role' in row && row.role === 'org:billing')).toBe(false);
});

it('a role can be given before the service knows of it, and waits for its creation', async () => {
  const rig = await startReconcile();
  const [role] = await rig.stage(make('org:auditor'));
  const [member] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:viewer' }]);
  const [given] = await rig.stage({
    entity: 'membership',
    recordId: member?.id as RecordId,
    action: { verb: 'update', field: 'role', value: 'org:auditor' },
  });
  const plan = await rig.plan();
  expect(plan.steps).toMatchObject([
    { intentId: role?.id, verdict: 'clean' },
    { intentId: given?.id, verdict: 'clean', dependsOn: [role?.id] },
  ]);
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  expect(await rig.store.get('membership', member?.id as RecordId)).toMatchObject({ role: 'org:auditor' });
});

it('there is no role beyond those that the instance may have, and no key twice', async () => {
  const rig = await startReconcile();
  expect(await refusal(rig, make('org:viewer'))).toContain('taken');
  expect(await refusal(rig, make('viewer'))).toContain('org:');
  const { staged, rejected } = await rig.staging.stage(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => make(`org:${name}`)),
  );
  expect(staged).toHaveLength(5);
  expect(rejected.map(({ failure }) => failure.code)).toEqual(['limit']);
  expect(await rig.reconcile()).toMatchObject({ applied: 5, refused: 0 });
});

it('a deletion that is taken back makes another role, and says that nobody gets it back', async () => {
  const rig = await startReconcile();
  await rig.stage(make('org:auditor'));
  await rig.reconcile();
  const made = await roleOf(rig, 'org:auditor');
  await rig.stage(remove(made.id));
  const plan = await rig.plan();
  expect(plan.steps[0]).toMatchObject({
    irreversible: true,
    lasting: expect.stringContaining('do not get it back'),
  });
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  await expect(roleOf(rig, 'org:auditor')).rejects.toThrow();
});

it('a role set is replaced by another one where everybody keeps a role or gets one, and the rest is refused by count', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const sets = await rig.store.list('roleSet', []);
  const light = sets.find(({ key }) => key === 'role_set:light');
  const desk = sets.find(({ key }) => key === 'role_set:support_desk');
  const used = await rig.store.list('organization', [
    { field: 'roleSetKey', op: 'eq', value: 'role_set:support_desk' },
  ]);
  if (light === undefined || desk === undefined) throw new Error('a world has role sets');
  // Somebody holds a role that the other set lacks.
  const [home] = used.length > 0 ? used : await rig.store.list('organization', [], 1);
  if (used.length === 0)
    await rig.stage({
      entity: 'organization',
      recordId: home?.id as never,
      action: { verb: 'update', field: 'roleSetKey', value: desk.key },
    });
  const [member] = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: home?.id ?? '' },
    { field: 'role', op: 'ne', value: 'org:support' },
  ]);
  await rig.stage({
    entity: 'membership',
    recordId: member?.id as never,
    action: { verb: 'update', field: 'role', value: 'org:support' },
  });
  expect(await rig.reconcile()).toMatchObject({ refused: 0, left: 0 });
  const replace = (values: JsonObject) =>
    rig.stage({
      entity: 'roleSet',
      recordId: desk.id,
      action: { verb: 'perform', operation: 'replace', values },
    });
  await expect(replace({ by: desk.key, mappings: {} })).rejects.toThrow('cannot be replaced by itself');
  await expect(replace({ by: light.key, mappings: {} })).rejects.toThrow(
    /memberships? ha(s|ve) the role Support agent, which role_set:light lacks/,
  );
  await expect(replace({ by: light.key, mappings: { 'org:support': 'org:billing' } })).rejects.toThrow(
    'The set role_set:light has no role org:billing.',
  );
  await replace({ by: light.key, mappings: { 'org:support': 'org:viewer' } });
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
  expect(await rig.store.get('roleSet', desk.id)).toBeNull();
  const answer = await fetch(`${rig.sandbox.url}/v1/organizations/${home?.id}`, {
    headers: { authorization: `Bearer ${rig.sandbox.secretKey}` },
  });
  expect(await answer.json()).toMatchObject({ role_set_key: light.key });
});

it('a role of a set that a colleague replaced by a third one is not replaced as asked: the plan says so, and it stays open', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [theirs, ours] = ['org:theirs', 'org:ours'];
  await rig.stage(make(theirs), make(ours));
  await rig.reconcile();
  const record = (await rig.store.list('roleSet', [])).find(({ roleKeys }) =>
    roleKeys.includes('org:viewer'),
  );
  if (record === undefined) throw new Error('a world has role sets');
  const replace = (to: string) => ({
    ...({ verb: 'perform', operation: 'replaceRole' } as const),
    values: { from: 'org:viewer', to },
  });
  await rig.stage({ entity: 'roleSet', recordId: record.id, action: replace(ours) });
  const sent = await rig.identity.send({ entity: 'roleSet', record, ...replace(theirs) });
  expect(sent).toMatchObject({ ok: true });
  const { steps } = await rig.plan();
  expect(steps).toMatchObject([{ verdict: 'refused', reason: 'The role set has no role org:viewer.' }]);
  expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 0, refused: 1 });
});

/** A role set that some organization has, another one to put in its place, and the one that each world begins with. */
async function replaceable(rig: ReconcileRig) {
  const sets = await rig.store.list('roleSet', []);
  const setOf = (key: string) => sets.find((one) => one.key === key) ?? sets[0];
  const desk = setOf('role_set:support_desk');
  const light = setOf('role_set:light');
  const initial = sets.find(({ type }) => type === 'initial');
  const homes = await rig.store.list('organization', [], 2);
  if (!desk || !light || !initial || homes.length < 2) throw new Error('a world has role sets');
  const moved = (recordId: RecordId, value: string): IntentDraft => ({
    ...{ entity: 'organization', recordId },
    action: { verb: 'update', field: 'roleSetKey', value },
  });
  await rig.stage(...homes.map(({ id }) => moved(id, desk.key)));
  expect(await rig.reconcile()).toMatchObject({ applied: homes.length });
  const all = (await rig.store.list('role', [])).map(({ key }) => key);
  const replace = ({ key: by, roleKeys: [to = ''] }: typeof light) => ({
    ...({ verb: 'perform', operation: 'replace' } as const),
    values: { by, mappings: Object.fromEntries(all.map((key) => [key, to])) },
  });
  return { ...{ desk, light, initial, replace, moved }, away: homes[1]?.id ?? desk.id };
}

const lost: RemoteFailure = {
  ...({ kind: 'timeout', status: 0, code: '', message: 'lost', requestId: '' } as const),
  ...{ retryAfterMs: 0, mayHaveTakenEffect: true },
};

it.each(['plan', 'run', 'refusal', 'look-up'])(
  'a role set that a colleague replaced by another one is not replaced as asked: the %s names both, and it stays open',
  async (when) => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const rig = await startReconcile({ scale: 0.05 }, (identity) => ({
      ...identity,
      send: async (call) => {
        await meanwhile();
        // Ours never arrives.
        if (when === 'look-up' && call.verb === 'perform') return { ok: false, failure: lost };
        return identity.send(call);
      },
    }));
    const { desk, light, initial, replace } = await replaceable(rig);
    await rig.stage({ entity: 'roleSet', recordId: desk.id, action: replace(light) });
    const before = when === 'plan' ? null : await rig.plan();
    const theirs = async () =>
      expect(await rig.identity.send({ entity: 'roleSet', record: desk, ...replace(initial) })).toMatchObject(
        { ok: true },
      );
    if (when === 'plan' || when === 'run') await theirs();
    else
      meanwhile = async () => {
        meanwhile = async () => undefined;
        await theirs();
      };
    if (before !== null)
      expect(await rig.apply(before)).toMatchObject({
        ...{ ok: true, value: { applied: 0, alreadySo: 0, refused: 1 } },
      });
    const { steps } = await rig.plan();
    expect(steps).toMatchObject([{ verdict: 'refused' }]);
    expect(steps[0]?.reason).toContain(`by ${initial.name} and not by ${light.name}`);
    // What the copy held is not asked for again: history tells it.
    expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 0, refused: 1 });
    expect(await rig.open()).toHaveLength(1);
  },
);

it('an organization that was given another role set from here does not tell what its former set was replaced by', async () => {
  const rig = await startReconcile({ scale: 0.05 }, (identity) => ({
    ...identity,
    send: async (call) => {
      const answer = await identity.send(call);
      return call.verb === 'perform' ? { ok: false, failure: lost } : answer;
    },
  }));
  const { desk, light, initial, replace, moved, away } = await replaceable(rig);
  await rig.stage({ entity: 'roleSet', recordId: desk.id, action: replace(light) });
  const [move] = await rig.stage(moved(away, initial.key));
  expect(await rig.reconcile({ intentIds: move && [move.id] })).toMatchObject({ applied: 1, left: 1 });
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0, left: 0 });
});

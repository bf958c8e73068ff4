import type { PushPort } from '@main/identity/identity-port';
import { actField, actsOf, isDone } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { inverseDrafts } from '@shared/domain/reconcile/inverse-drafts';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';
import { expect, it } from 'vitest';
import { acting, subjectOf, subjects, valuesOf } from './act-values';
import { startReconcile } from './reconcile-rig';
import { throughProxy } from './through-proxy';

const perform = (
  entity: EntityName,
  recordId: RecordId,
  operation: string,
  values: JsonObject,
): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'perform', operation, values },
});

it.each(acting)('every act on a %s: seen at once, done, told, and taken back or not', async (entity) => {
  const { rig } = await throughProxy();
  const all = await subjects(rig, entity);
  for (const [operation, act] of Object.entries(actsOf(entity))) {
    const action = { operation, values: valuesOf(act, all) };
    const one = subjectOf(act, all, 0);
    await rig.stage(perform(entity, one.id, operation, action.values));
    const staged = await rig.store.get(entity, one.id);
    expect(staged, operation).toMatchObject({ state: 'pending', staged: { verb: 'update' } });
    expect(isDone(entity, staged ?? {}, action), operation).not.toBe(false);
    const run = await rig.reconcile();
    expect(run, operation).toMatchObject({ applied: 1 });
    // What is shown once comes out of the answer, or is lost for good: `secretIn` of the adapter.
    expect(
      run.secrets.map(({ secret }) => typeof secret),
      operation,
    ).toEqual(act.once ? ['string'] : []);
    const row = await rig.store.get(entity, one.id);
    if (act.ends) expect(row, operation).toBeNull();
    else expect(row, operation).toMatchObject({ state: 'synced', staged: null });
    expect(isDone(entity, row ?? {}, action), operation).not.toBe(false);
    const [entry] = await rig.store.history({ entity, recordId: one.id, source: 'local', limit: 1 });
    expect(entry?.fields, operation).toContainEqual({
      field: actField(operation),
      before: null,
      after: actionWithoutSecrets(entity, { verb: 'perform', ...action, base: {} }).values,
    });
    expect(
      await rig.store.history({ entity, recordId: one.id, source: 'remote', limit: 5 }),
      operation,
    ).toEqual([]);
  }
});

it.each(acting)(
  'acts on a %s whose answer is lost are looked up, never counted as done unseen',
  async (entity) => {
    const { rig, writes, loseAnswers, heal } = await throughProxy();
    const all = await subjects(rig, entity);
    for (const [operation, act] of Object.entries(actsOf(entity))) {
      const values = valuesOf(act, all);
      const one = subjectOf(act, all, 1);
      await rig.stage(perform(entity, one.id, operation, values));
      const told = act.ends || Object.keys(act.shows({ ...one } as unknown as JsonObject, values)).length > 0;
      const before = writes();
      loseAnswers();
      await rig.reconcile();
      heal();
      if (told) {
        await rig.plan();
        expect(writes(), operation).toBe(before + 1);
      } else await rig.reconcile();
      expect(await rig.open(), operation).toEqual([]);
    }
  },
);

it.each(acting)(
  'what a colleague did to a %s already is not sent, and what is refused stays',
  async (entity) => {
    const { rig, world, colleague, writes } = await throughProxy();
    const all = await subjects(rig, entity);
    for (const [operation, act] of Object.entries(actsOf(entity))) {
      const values = valuesOf(act, all);
      const one = subjectOf(act, all, 2);
      const record = (await rig.store.get(entity, one.id)) ?? one;
      await rig.stage(perform(entity, one.id, operation, values));
      for (const method of ['POST', 'PATCH', 'DELETE'] as const)
        await world.control.addFault({ kind: 'status', status: 422, match: { method } });
      expect(await rig.reconcile(), operation).toMatchObject({ refused: 1 });
      await world.control.clearFaults();
      expect(await rig.open(), operation).toMatchObject([{ state: 'refused', outcome: { status: 422 } }]);
      for (const { id } of await rig.open()) await rig.staging.withdraw([id]);

      await rig.stage(perform(entity, one.id, operation, values));
      const call = { verb: 'perform', entity, record, operation, values } as const;
      expect(await colleague.send(call), operation).toMatchObject({ ok: true });
      const before = writes();
      const told =
        act.ends || Object.keys(act.shows({ ...record } as unknown as JsonObject, values)).length > 0;
      expect(await rig.reconcile(), operation).toMatchObject(told ? { alreadySo: 1 } : { applied: 1 });
      if (told) expect(writes(), operation).toBe(before);
    }
  },
);

it('another address of a person is made the primary one; one that is not theirs cannot be', async () => {
  const { rig, proxy } = await throughProxy();
  const [one] = await subjects(rig, 'user');
  if (one === undefined || !('email' in one)) throw new Error('a person');
  const stage = (value: string) =>
    rig.stage({ entity: 'user', recordId: one.id, action: { verb: 'update', field: 'email', value } });
  await expect(stage('elsewhere@new.example')).rejects.toThrow('must be one of their verified addresses');
  await rig.stage(perform('user', one.id, 'addEmail', { email: 'Second@New.example' }));
  await rig.stage(perform('user', one.id, 'verifyEmail', { email: 'second@new.example' }));
  await stage('second@new.example');
  expect((await rig.plan()).steps.map(({ verdict }) => verdict)).toEqual(['clean', 'clean', 'clean']);
  expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, conflicts: 0 });
  expect(await rig.store.get('user', one.id)).toMatchObject({
    email: 'second@new.example',
    emails: ['second@new.example', one.email],
    unverified: [],
  });
  await expect(
    rig.stage(perform('user', one.id, 'removeEmail', { email: 'second@new.example' })),
  ).rejects.toThrow('make another one primary first');
  await expect(rig.stage(perform('user', one.id, 'sing', {}))).rejects.toThrow('Nothing called sing');
  await expect(rig.stage(perform('user', one.id, 'resetMfa', { hard: true }))).rejects.toThrow(
    'takes no hard',
  );
  // What shows in nothing of theirs is not looked for behind it.
  await rig.stage(perform('user', one.id, 'revokeSessions', {}));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(proxy.asked.at(-1)).toContain('/sessions');
});

it('the opposite of a staged act withdraws it, and undo takes an applied one back', async () => {
  const { rig } = await throughProxy();
  const [one] = await subjects(rig, 'user');
  const id = one?.id as RecordId;
  const add = perform('user', id, 'addEmail', { email: 'gone@new.example' });
  await rig.stage(add);
  await rig.stage(perform('user', id, 'removeEmail', { email: 'gone@new.example' }));
  expect(await rig.open()).toEqual([]);
  await rig.stage(add);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  const applied = await rig.store.intents({ states: ['applied'] });
  await rig.stage(...inverseDrafts(applied).drafts.map(({ draft }) => draft));
  expect(await rig.open()).toMatchObject([{ action: { verb: 'perform', operation: 'removeEmail' } }]);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await rig.store.get('user', id)).toMatchObject({ emails: [one && 'email' in one ? one.email : ''] });
});

it('a read that lags behind an act does not have it sent twice', async () => {
  let sent = 0;
  let before: Awaited<ReturnType<PushPort['fetchOne']>> | null = null;
  // The two reads after the write show what the one before it showed.
  let stale = 0;
  const rig = await startReconcile({ scale: 0.05, limits: 'none' }, (identity) => ({
    ...identity,
    fetchOne: async (entity, known, signal) => {
      stale -= 1;
      if (stale >= 0 && before !== null) return before as never;
      const read = await identity.fetchOne(entity, known, signal);
      before = read;
      return read;
    },
    send: (call, signal) => {
      sent += 1;
      stale = 2;
      return identity.send(call, signal);
    },
  }));
  const [one] = await subjects(rig, 'user');
  await rig.stage(perform('user', one?.id as RecordId, 'addEmail', { email: 'late@new.example' }));
  expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 0 });
  expect(sent).toBe(1);
});

it('an act is judged by what goes before it: not by an edit that the service refused', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const [one] = await rig.store.list('oauthApplication', [], 1);
  if (one === undefined) throw new Error('a world has OAuth applications');
  const open = (value: boolean): IntentDraft => ({
    ...{ entity: 'oauthApplication', recordId: one.id },
    action: { verb: 'update', field: 'public', value },
  });
  if (!one.public) await rig.stage(open(true));
  await rig.reconcile();
  const [edit] = await rig.stage(open(false), perform('oauthApplication', one.id, 'rotateSecret', {}));
  if (edit === undefined) throw new Error('it is staged');
  expect((await rig.plan()).steps.map(({ verdict }) => verdict)).toEqual(['clean', 'clean']);
  await rig.sandbox.control.addFault({ kind: 'status', status: 422, match: { method: 'PATCH' } });
  await rig.apply(await rig.plan(edit));
  await rig.sandbox.control.clearFaults();
  expect((await rig.plan()).steps.map(({ verdict, reason }) => [verdict, reason])).toMatchObject([
    ['refused', expect.stringContaining('The service said')],
    ['refused', 'A public client has no secret.'],
  ]);
});

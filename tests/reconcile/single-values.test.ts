import { leftBetween } from '@main/reconcile/apply/left-between';
import { describe, expect, it, vi } from 'vitest';
import { drafts } from './drafts';
import { id, type ReconcileRig, startReconcile } from './reconcile-rig';

describe('values that one record alone may have', () => {
  const edit = (recordId: string, field: string, value: string) =>
    ({ entity: 'user', recordId: id(recordId), action: { verb: 'update', field, value } }) as const;
  const act = (recordId: string, operation: string, values: Record<string, string>) =>
    ({ entity: 'user', recordId: id(recordId), action: { verb: 'perform', operation, values } }) as const;

  async function people(rig: ReconcileRig) {
    const found = (await rig.store.list('user', [])).filter(
      ({ username, email }) => username !== '' && email !== '',
    );
    const [a, b, c] = found;
    if (!a || !b || !c) throw new Error('people have usernames');
    return { a, b, c };
  }
  const held = async (rig: ReconcileRig, recordId: string) => {
    const row = await rig.store.get('user', id(recordId));
    const read = row && (await rig.identity.fetchOne('user', row));
    if (!read?.ok || read.value === null) throw new Error('nobody there');
    return read.value;
  };

  it('usernames and external ids go round between two and three people', async () => {
    const rig = await startReconcile();
    const { a, b, c } = await people(rig);
    await rig.stage(edit(a.id, 'externalId', 'ext-a'), edit(b.id, 'externalId', 'ext-b'));
    expect(await rig.reconcile()).toMatchObject({ applied: 2 });
    await rig.stage(
      edit(a.id, 'username', b.username),
      edit(b.id, 'username', c.username),
      edit(c.id, 'username', a.username),
      edit(a.id, 'externalId', 'ext-b'),
      edit(b.id, 'externalId', 'ext-a'),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(plan.steps.map(() => 'clean'));
    expect(plan.steps.filter(({ reason }) => reason.includes('by way of'))).toHaveLength(2);
    expect(await rig.reconcile()).toMatchObject({ applied: 5, refused: 0, conflicts: 0, left: 0 });
    expect(await held(rig, a.id)).toMatchObject({ username: b.username, externalId: 'ext-b' });
    expect(await held(rig, b.id)).toMatchObject({ username: c.username, externalId: 'ext-a' });
    expect(await held(rig, c.id)).toMatchObject({ username: a.username });
  });

  it('an exchange of usernames that is cut in the middle goes on with the next run', async () => {
    const rig = await startReconcile();
    const { a, b } = await people(rig);
    await rig.stage(edit(a.id, 'username', b.username), edit(b.id, 'username', a.username));
    await rig.sandbox.control.addFault({
      ...{ kind: 'drop', phase: 'before', skip: 1, times: 100 },
      match: { method: 'PATCH' },
    });
    await rig.apply(await rig.plan());
    expect(await rig.open()).toHaveLength(2);
    await rig.sandbox.control.clearFaults();
    expect(await rig.reconcile()).toMatchObject({ refused: 0, conflicts: 0, left: 0 });
    expect(await held(rig, a.id)).toMatchObject({ username: b.username });
    expect(await held(rig, b.id)).toMatchObject({ username: a.username });
  });

  it('nobody is left on a value in between where the service refuses one of the ring', async () => {
    const rig = await startReconcile();
    const { a, b } = await people(rig);
    await rig.stage(edit(a.id, 'username', b.username), edit(b.id, 'username', a.username));
    const refused = { kind: 'status', status: 422 } as const;
    await rig.sandbox.control.addFault({ ...refused, skip: 1, times: 1, match: { method: 'PATCH' } });
    expect(await rig.reconcile()).toMatchObject({ applied: 0, refused: 2 });
    expect(await held(rig, a.id)).toMatchObject({ username: a.username });
    expect(await held(rig, b.id)).toMatchObject({ username: b.username });
  });

  it('whom a killed run left on a value in between is told, with what ends that; a value that looks like one is not', async () => {
    const sends: string[] = [];
    const rig = await startReconcile({}, (identity) => ({
      ...identity,
      send: (call) => (sends.push(call.verb) > 2 ? new Promise<never>(() => undefined) : identity.send(call)),
    }));
    const { a, b, c } = await people(rig);
    await rig.stage(edit(c.id, 'username', 'moving-r000000001'));
    expect(await rig.reconcile()).toMatchObject({ applied: 1 });
    await rig.stage(edit(a.id, 'username', b.username), edit(b.id, 'username', a.username));
    void rig.apply(await rig.plan());
    await vi.waitFor(() => expect(sends).toHaveLength(3));
    const again = await rig.restart();
    const told = await leftBetween(again.store);
    const [one, other] = told[0]?.recordId === a.id ? [a, b] : [b, a];
    const { username: holds } = await held(again, one.id);
    expect(holds).toMatch(/^moving-/);
    const record = { entity: 'user', recordId: one.id, label: one.name, field: 'username', holds };
    expect(told).toMatchObject([{ ...record, wanted: other.username, staged: true }]);
    const own = (await again.open()).filter(({ recordId }) => recordId === one.id);
    await again.staging.withdraw(own.map((intent) => intent.id));
    // What it had is still asked for by the other.
    expect(await leftBetween(again.store)).toMatchObject([
      { ...record, wanted: other.username, staged: false },
    ]);
    await again.plan();
    await again.staging.withdraw((await again.open()).map((intent) => intent.id));
    expect(await leftBetween(again.store)).toMatchObject([
      { ...record, wanted: one.username, staged: false },
    ]);
    await again.stage(edit(one.id, 'username', one.username));
    expect(await leftBetween(again.store)).toMatchObject([{ ...record, wanted: one.username, staged: true }]);
    expect(await again.reconcile()).toMatchObject({ applied: 1, left: 0 });
    expect(await held(again, one.id)).toMatchObject({ username: one.username });
    expect(await leftBetween(again.store)).toEqual([]);
  });

  it('nobody of a ring goes where one does not: in conflict, or left out', async () => {
    const rig = await startReconcile();
    const { a, b, c } = await people(rig);
    const [first] = await rig.stage(
      edit(a.id, 'username', b.username),
      edit(b.id, 'username', c.username),
      edit(c.id, 'username', a.username),
    );
    const plan = await rig.plan();
    const left = await rig.reconciler.apply({
      ...{ planHash: plan.hash, resolutions: {}, onRefusal: 'continue' },
      intentIds: [first?.id ?? ('' as never)],
    });
    expect(left).toMatchObject({ ok: true, value: { applied: 0, refused: 0, left: 3 } });
    await rig.sandbox.control.edit([{ user: c.id, set: { username: 'another_name' } }]);
    const moved = await rig.plan();
    expect(moved.steps.map(({ verdict }) => verdict).sort()).toEqual(['clean', 'clean', 'conflict']);
    expect(await held(rig, a.id)).toMatchObject({ username: a.username });
  });

  it('what somebody keeps is taken, and the plan says so; somebody who gave it up meanwhile is asked', async () => {
    const rig = await startReconcile();
    const { a, b, c } = await people(rig);
    await rig.stage(edit(a.id, 'username', b.username), {
      entity: 'user',
      recordId: id('new_one'),
      action: { verb: 'create', values: { email: c.email } },
    });
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict, reason }) => `${verdict}: ${reason}`).sort()).toEqual([
      `refused: Email ${c.email} is taken by ${c.name} on the service, and nothing here gives it up.`,
      `refused: Username ${b.username} is taken by ${b.name} on the service, and nothing here gives it up.`,
    ]);
    await rig.sandbox.control.edit([{ user: b.id, set: { username: 'another_name' } }]);
    expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 1 });
    expect(await held(rig, a.id)).toMatchObject({ username: b.username });
  });

  it('one value for two people is refused for the second', async () => {
    const rig = await startReconcile();
    const { a, b } = await people(rig);
    await rig.stage(edit(a.id, 'username', 'wanted_by_two'), edit(b.id, 'username', 'wanted_by_two'));
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['clean', ''],
      ['refused', `Username wanted_by_two goes to ${a.name} in this plan already.`],
    ]);
  });

  it('an address that a deletion, or its removal, frees is added after it, and what is done with it after that', async () => {
    const rig = await startReconcile();
    const { a, b, c } = await people(rig);
    await rig.stage(act(b.id, 'addEmail', { email: 'second@swap.example' }));
    await rig.stage(act(c.id, 'addEmail', { email: 'third@swap.example' }));
    expect(await rig.reconcile()).toMatchObject({ applied: 2 });
    await rig.stage(
      act(a.id, 'addEmail', { email: 'second@swap.example' }),
      act(a.id, 'addEmail', { email: 'third@swap.example' }),
      act(c.id, 'removeEmail', { email: 'third@swap.example' }),
      drafts.remove('user', b.id),
    );
    await rig.stage(act(a.id, 'verifyEmail', { email: 'second@swap.example' }));
    expect(await rig.reconcile()).toMatchObject({ applied: 5, refused: 0, left: 0 });
    const { emails, unverified } = await held(rig, a.id);
    expect(emails).toEqual(expect.arrayContaining(['second@swap.example', 'third@swap.example']));
    expect(unverified).toEqual(['third@swap.example']);
  });

  it('an address is added, verified and made the primary one by one file', async () => {
    const rig = await startReconcile();
    const { a, b } = await people(rig);
    const email = 'second@swap.example';
    await rig.stage(
      act(a.id, 'addEmail', { email }),
      act(a.id, 'verifyEmail', { email }),
      edit(a.id, 'email', email),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 3, refused: 0, left: 0 });
    expect(await held(rig, a.id)).toMatchObject({ email, unverified: [] });
    const { rejected } = await rig.staging.stage([
      act(b.id, 'addEmail', { email: 'other@swap.example' }),
      act(b.id, 'removeEmail', { email: 'other@swap.example' }),
    ]);
    expect(rejected.map(({ failure }) => failure.message)).toEqual([
      'Remove email address takes back what else is asked for here.',
    ]);
  });

  it('two addresses beside others are exchanged; two that are all that people have cannot be, and the plan says so', async () => {
    const rig = await startReconcile();
    const { a, b } = await people(rig);
    await rig.stage(act(a.id, 'addEmail', { email: 'a2@swap.example' }));
    await rig.stage(act(b.id, 'addEmail', { email: 'b2@swap.example' }));
    expect(await rig.reconcile()).toMatchObject({ applied: 2 });
    await rig.stage(
      act(a.id, 'addEmail', { email: 'b2@swap.example' }),
      act(a.id, 'removeEmail', { email: 'a2@swap.example' }),
      act(b.id, 'addEmail', { email: 'a2@swap.example' }),
      act(b.id, 'removeEmail', { email: 'b2@swap.example' }),
    );
    expect(await rig.reconcile()).toMatchObject({ applied: 4, refused: 0, left: 0 });
    const moved = (one: string, other: string, mine: string) => [
      act(one, 'addEmail', { email: other }),
      act(one, 'verifyEmail', { email: other }),
      edit(one, 'email', other),
      act(one, 'removeEmail', { email: mine }),
    ];
    for (const draft of [...moved(a.id, b.email, a.email), ...moved(b.id, a.email, b.email)])
      await rig.stage(draft);
    const plan = await rig.plan();
    expect(plan.steps.filter(({ verdict }) => verdict === 'clean')).toEqual([]);
    expect(plan.steps.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('nothing can go first'),
    );
  });
});

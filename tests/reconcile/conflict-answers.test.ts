import { keepAnswers } from '@main/reconcile/staging/conflict-answers';
import type { ConflictAnswer, Plan } from '@shared/contract/plan';
import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

/** Two members whose roles were changed here to viewer, and on the service to billing. */
async function twoConflicts() {
  const rig = await startReconcile();
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 2);
  const onService = (role: string) =>
    rig.sandbox.control.edit(
      members.map(({ organizationId, userId }) => ({
        membership: { organization_id: organizationId, user_id: userId },
        set: { role },
      })),
    );
  const intents = await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
  await onService('org:billing');
  const [first, second] = intents.map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error('two members are staged');
  return { rig, first, second, onService, plan: await rig.plan() };
}

function answer(
  { store }: ReconcileRig,
  { steps }: Plan,
  intentId: ConflictAnswer['intentId'],
  given: Pick<ConflictAnswer, 'decision' | 'typed'>,
) {
  const step = steps.find((one) => one.intentId === intentId);
  if (step === undefined) throw new Error(`the plan has no ${intentId}`);
  return keepAnswers(store, [{ intentId, question: step, ...given }]);
}

const mine = { decision: { choose: 'mine' }, typed: null } as const;

describe('answers to conflicts', () => {
  it('come back with the plan after a restart, decided ones and what is only typed', async () => {
    const { rig, first, second, plan } = await twoConflicts();
    expect(plan.answers).toEqual({});
    await answer(rig, plan, first, mine);
    await answer(rig, plan, second, { decision: null, typed: 'org:sup' });
    const next = await rig.restart();
    expect((await next.plan()).answers).toEqual({
      [first]: { ...mine, moved: false },
      [second]: { decision: null, typed: 'org:sup', moved: false },
    });
    await answer(next, plan, first, { decision: null, typed: null });
    expect(Object.keys((await next.plan()).answers)).toEqual([second]);
  });

  it('are void once the service moved on, also when its value comes back, until given anew', async () => {
    const { rig, first, onService, plan } = await twoConflicts();
    await answer(rig, plan, first, mine);
    await onService('org:support');
    expect((await rig.plan()).answers).toEqual({ [first]: { ...mine, moved: true } });
    await onService('org:billing');
    const back = await rig.plan();
    expect(back.answers[first]?.moved).toBe(true);
    await answer(rig, back, first, mine);
    expect((await rig.plan()).answers[first]?.moved).toBe(false);
    await onService('org:member');
    const over = await rig.plan();
    expect(over.steps.map(({ verdict }) => verdict)).toEqual(['merged', 'merged']);
    expect(over.answers[first]?.moved).toBe(true);
  });

  it.each([
    ['mine', { choose: 'mine' }],
    ['theirs', { choose: 'theirs' }],
    ['another value', { choose: 'other', value: 'org:support' }],
  ] as const)('are gone once applied as %s; the other stays', async (_, decision) => {
    const { rig, first, second, plan } = await twoConflicts();
    await answer(rig, plan, first, { decision, typed: null });
    await answer(rig, plan, second, { decision: { choose: 'later' }, typed: null });
    await rig.reconcile({ resolutions: { [first]: decision } });
    expect(await rig.store.meta('conflicts/answers')).toMatchObject({ [second]: { moved: false } });
    expect(await rig.store.meta('conflicts/answers')).not.toHaveProperty(first);
  });

  it('are gone at once when the edit is withdrawn, and do not come back with it', async () => {
    const { rig, first, plan } = await twoConflicts();
    await answer(rig, plan, first, mine);
    await rig.staging.withdraw([first]);
    expect(await rig.store.meta('conflicts/answers')).toBeNull();
    await rig.staging.undo();
    expect((await rig.plan()).answers).toEqual({});
  });

  it('to an edit that was undone are forgotten by the next plan', async () => {
    const { rig, first, plan } = await twoConflicts();
    await answer(rig, plan, first, mine);
    await rig.staging.undo();
    await rig.plan();
    expect(await rig.store.meta('conflicts/answers')).toBeNull();
  });
});

import { IntentId } from '@shared/domain/ids';
import type { Verdict } from '@shared/domain/plan/plan-step';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { blockSteps } from '@shared/domain/reconcile/draft-steps';
import { waitForConflicts } from '@shared/domain/reconcile/wait-for-conflicts';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { expect, it } from 'vitest';
import { intentOf } from './intent-of';

function step(name: string, verdict: Verdict, ...on: readonly string[]): DraftStep {
  const intent = intentOf(
    { verb: 'delete', base: {} },
    { entity: 'redirectUrl', id: IntentId.parse(`int_${name}`) },
  );
  const dependsOn = on.map((other) => IntentId.parse(`int_${other}`));
  return { intent, verdict, theirs: null, reason: 'full', dependsOn };
}

it('deciding a conflict is said to let a step go only where nothing else keeps it', () => {
  const steps = [
    step('a', 'conflict'),
    step('b', 'refused'),
    step('c', 'clean', 'a'),
    step('d', 'clean', 'a', 'b'),
  ];
  const [, , one, both] = blockSteps(steps, { parked: new Map() });
  expect(one).toMatchObject({
    verdict: 'blocked',
    reason: expect.stringContaining('decided for mine, it can go'),
  });
  expect(both).toMatchObject({ verdict: 'blocked', reason: 'What it stands on does not go in this run.' });
});

it('where only approved changes go nothing waits for a conflict: none can be decided for mine', () => {
  const steps = [step('a', 'conflict'), step('b', 'refused')];
  const facts = (unapproved: PlanFacts['unapproved']) =>
    ({ unapproved, rows: new Map() }) as unknown as PlanFacts;
  const waiting = (unapproved: PlanFacts['unapproved']) =>
    waitForConflicts(facts(unapproved), steps, () => steps.map((each) => ({ ...each, verdict: 'clean' })));
  expect(waiting(null)).toMatchObject([{ verdict: 'conflict' }, { verdict: 'blocked' }]);
  expect(waiting(new Set())).toEqual(steps);
});

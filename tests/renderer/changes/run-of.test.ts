import { keepDecisions } from '@renderer/state/keep-decisions';
import { runOf } from '@renderer/state/run-of';
import { IntentId } from '@shared/domain/ids';
import { describe, expect, test } from 'vitest';
import { planOf, stepOf } from './step-of';

const conflict = stepOf('int_c', { verdict: 'conflict', theirs: 'org:billing' });
const nothing = new Set<string>();

describe('what Apply would do', () => {
  test('decides no conflict by itself', () => {
    const run = runOf(planOf(stepOf('int_a'), conflict), {}, nothing);
    expect(run.undecided.map(({ intentId }) => intentId)).toEqual(['int_c']);
    expect(run.intentIds).toEqual(['int_a']);
    expect(run.resolutions).toEqual({});
  });

  test('counts mine as a call, theirs as none, and leaves what is left for later out of the run', () => {
    const plan = planOf(stepOf('int_a'), conflict);
    expect(runOf(plan, { int_c: { choose: 'mine' } }, nothing)).toMatchObject({ sends: 2, takesTheirs: 0 });
    expect(runOf(plan, { int_c: { choose: 'theirs' } }, nothing)).toMatchObject({ sends: 1, takesTheirs: 1 });
    const later = runOf(plan, { int_c: { choose: 'later' } }, nothing);
    expect(later).toMatchObject({ sends: 1, undecided: [], resolutions: {}, intentIds: ['int_a'] });
  });

  test('a step that stands on one left out is left out too', () => {
    const created = stepOf('int_a', { verb: 'create' });
    const member = stepOf('int_b', { verb: 'create', dependsOn: [IntentId.parse('int_a')] });
    const run = runOf(planOf(created, member), {}, new Set(['int_a']));
    expect(run).toMatchObject({ sends: 0, intentIds: [] });
    expect(run.leftOut).toHaveLength(2);
  });

  test('what is already so goes along without a call; what the service would refuse does not go', () => {
    const plan = planOf(stepOf('int_a', { verdict: 'no-op' }), stepOf('int_b', { verdict: 'refused' }));
    expect(runOf(plan, {}, nothing)).toMatchObject({ sends: 0, alreadySo: 1, intentIds: ['int_a'] });
  });
});

describe('decisions when the plan is made again', () => {
  const decisions = { int_c: { choose: 'mine' } } as const;

  test('are kept while the conflict is the same', () => {
    expect(keepDecisions(decisions, planOf(conflict), planOf(conflict))).toEqual(decisions);
  });

  test('are asked for again when the service moved on', () => {
    const moved = planOf({ ...conflict, theirs: 'org:viewer' });
    expect(keepDecisions(decisions, planOf(conflict), moved)).toEqual({});
  });
});

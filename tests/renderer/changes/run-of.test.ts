import { thirdAnswer } from '@renderer/screens/changes/review/third-answer';
import { voidAnswer } from '@renderer/screens/changes/review/void-answer';
import { keptAnswers, withAnswer } from '@renderer/state/answers';
import { runOf } from '@renderer/state/run-of';
import { customersOfRun, wavesOfRun } from '@renderer/state/waves-of-run';
import type { KeptAnswer, Plan } from '@shared/contract/plan';
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

  test('what waits for a conflict goes where that is decided for mine, and nowhere else', () => {
    const waits = stepOf('int_w', { verdict: 'blocked', dependsOn: [conflict.intentId] });
    const behind = stepOf('int_x', { verdict: 'blocked', dependsOn: [waits.intentId] });
    const otherwise = stepOf('int_y', { verdict: 'blocked' });
    const plan = planOf(conflict, waits, behind, otherwise);
    const going = (choose: 'mine' | 'theirs' | 'later') =>
      runOf(plan, { int_c: { choose } }, nothing).intentIds;
    expect(going('mine')).toEqual(['int_c', 'int_w', 'int_x']);
    expect(going('theirs')).toEqual(['int_c']);
    expect(going('later')).toEqual([]);
    expect(runOf(plan, {}, nothing).intentIds).toEqual([]);
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

test('the waves that are shown hold who is sent something: not whose conflict was decided for the service', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) =>
    stepOf(`int_${id}`, id === 'a' ? { verdict: 'conflict', theirs: 'x' } : {}),
  );
  const plan: Plan = {
    ...planOf(...steps),
    units: steps.map(({ intentId }) => ({
      customers: [{ id: `app_${intentId}`, name: intentId, intentIds: [intentId] }],
      others: [],
    })),
  };
  const choice = { sizes: '1, all', first: 'app_int_a', between: 'ask' } as const;
  const run = runOf(plan, { int_a: { choose: 'theirs' } }, nothing);
  expect(customersOfRun(plan, run).map(({ id }) => id)).toEqual(['app_int_b', 'app_int_c', 'app_int_d']);
  const inWaves = wavesOfRun(plan, run, choice);
  expect(inWaves?.waves.map(({ intentIds }) => intentIds)).toEqual([['int_b'], ['int_c', 'int_d']]);
  expect(inWaves?.request).not.toHaveProperty('first');
});

test('of the answers that come with a plan, void ones decide nothing', () => {
  const plan: Plan = {
    ...planOf(conflict),
    answers: {
      int_c: { decision: { choose: 'mine' }, typed: null, moved: true },
      int_d: { decision: { choose: 'other', value: 30 }, typed: '30', moved: false },
      int_e: { decision: null, typed: 'thir', moved: false },
    },
  };
  expect(keptAnswers(plan)).toEqual({
    decisions: { int_d: { choose: 'other', value: 30 } },
    typed: { int_d: '30', int_e: 'thir' },
  });
});

test('a side that is chosen loses no third value typed before; an answer taken back leaves the others', () => {
  const before = { decisions: { a: { choose: 'mine' } }, typed: { b: 'x' } } as const;
  const both = withAnswer(before, ['a', 'b'], { decision: { choose: 'theirs' } });
  expect(both).toEqual({
    decisions: { a: { choose: 'theirs' }, b: { choose: 'theirs' } },
    typed: { b: 'x' },
  });
  expect(withAnswer(both, ['b'], { decision: null, typed: null }).typed).toEqual({});
  expect(withAnswer(both, ['a'], { decision: null, typed: null }).decisions).toEqual({
    b: { choose: 'theirs' },
  });
});

test('a third value chosen again is decided as it was typed, and not at all while it is no value', () => {
  const seats = stepOf('int_s', { entity: 'organization', field: 'maxAllowedMemberships' });
  expect(thirdAnswer(seats, 'seats', '30')).toEqual({
    decision: { choose: 'other', value: 30 },
    typed: '30',
  });
  expect(thirdAnswer(seats, 'seats', '3x')).toEqual({ decision: null, typed: '3x' });
  expect(thirdAnswer(conflict, 'role', '')).toEqual({ decision: null, typed: '' });
  expect(thirdAnswer(conflict, 'role', 'org:viewer').decision).toEqual({
    choose: 'other',
    value: 'org:viewer',
  });
});

test('a void answer is told with what was chosen or typed, so that nothing typed is lost', () => {
  const text = (answer: Omit<KeptAnswer, 'moved'>) =>
    voidAnswer(conflict, { ...answer, moved: true }, new Map([['org:viewer', 'Viewer']]));
  expect(text({ decision: { choose: 'other', value: 'org:viewer' }, typed: null })).toBe(
    'You had chosen “Viewer” before the values moved: that is void, choose anew.',
  );
  expect(text({ decision: { choose: 'mine' }, typed: 'Fin' })).toMatch(
    'had chosen Mine and typed “Fin” before',
  );
  expect(text({ decision: null, typed: 'Finan' })).toMatch('typed “Finan”');
  expect(voidAnswer(conflict, { decision: null, typed: 'x', moved: false }, new Map())).toBeUndefined();
});

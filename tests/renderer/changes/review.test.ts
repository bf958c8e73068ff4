import { changeTitle } from '@renderer/fields/describe-change';
import { mergeLists } from '@renderer/screens/changes/review/merge-lists';
import { outdated } from '@renderer/screens/changes/review/outdated';
import { planDifference } from '@renderer/screens/changes/review/plan-difference';
import { reviewItems } from '@renderer/screens/changes/review/review-items';
import { describe, expect, test } from 'vitest';
import { planOf, stepOf } from './step-of';

describe('the plan under review', () => {
  test('shows conflicts first, then what waits for them, then what cannot go, then the rest numbered in the order of sending', () => {
    const plan = planOf(
      stepOf('int_1'),
      stepOf('int_2', { verdict: 'refused' }),
      stepOf('int_3', { verdict: 'conflict' }),
      stepOf('int_4', { verdict: 'merged' }),
      stepOf('int_5', { verdict: 'blocked', dependsOn: [stepOf('int_3').intentId] }),
      stepOf('int_6', { verdict: 'blocked', dependsOn: [stepOf('int_2').intentId] }),
      // What is decided opens its way no more than half.
      stepOf('int_7', {
        ...{ verdict: 'blocked', dependsOn: [stepOf('int_3').intentId, stepOf('int_2').intentId] },
      }),
    );
    const lines = reviewItems(plan).map((item) =>
      item.kind === 'step' ? `${item.id} ${item.number}` : item.id,
    );
    expect(lines).toEqual([
      'section-decide',
      'int_3 0',
      'section-waits',
      'int_5 0',
      'section-held',
      'int_2 0',
      'int_6 0',
      'int_7 0',
      'section-send',
      'int_1 1',
      'int_4 2',
    ]);
  });

  test('made again, tells what is new, gone, judged otherwise or moved on the service', () => {
    const before = planOf(stepOf('a'), stepOf('b'), stepOf('c', { verdict: 'conflict', theirs: 'x' }));
    const after = planOf(
      stepOf('a', { verdict: 'conflict', theirs: 'x' }),
      stepOf('c', { verdict: 'conflict', theirs: 'y' }),
      stepOf('d'),
    );
    expect(planDifference(before, after).map(({ step, text }) => `${step.intentId}: ${text}`)).toEqual([
      'a: was clean',
      'c: the service’s value changed again',
      'd: new in this plan',
      'b: gone from the plan',
    ]);
    expect(planDifference(after, after)).toEqual([]);
  });

  test('is out of date once changes were staged or withdrawn, but not for absence from a cut list', () => {
    const plan = planOf(stepOf('a'));
    expect(outdated({ plan, scope: null, open: [], complete: true })).toEqual({ staged: 0, withdrawn: 1 });
    expect(outdated({ plan, scope: null, open: [], complete: false })).toBeNull();
  });
});

test('both sides’ changes of a list: additions of either are in, removals of either are out', () => {
  expect(mergeLists(['a', 'b', 'c'], ['a', 'b', 'm'], ['a', 'c', 't'])).toEqual(['a', 'm', 't']);
});

test('a change reads as one line, permissions by what is added and taken away', () => {
  const names = new Map([
    ['org:member', 'Member'],
    ['org:admin', 'Admin'],
  ]);
  expect(changeTitle(stepOf('a'), names)).toBe('Role of Dana in Acme: Member → Admin');
  const permissions = stepOf('b', {
    entity: 'role',
    label: 'Billing',
    field: 'permissionKeys',
    base: ['x', 'y'],
    mine: ['y', 'z'],
  });
  expect(changeTitle(permissions, names)).toBe('Permissions of Billing: + z, − x');
});

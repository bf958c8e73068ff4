import { filterIntents } from '@renderer/screens/changes/staged/filter-intents';
import { groupIntents } from '@renderer/screens/changes/staged/group-intents';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { ChangeSetId, IntentId, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { expect, test } from 'vitest';

const q4 = ChangeSetId.parse('set_q4');
const names = {
  organizations: new Map([['org_1', 'Acme']]),
  sets: new Map([
    ['set_q4', 'Q4 seats'],
    ['set_default', 'Everything else'],
  ]),
};

function intentOf(id: string, over: Partial<Intent> = {}): Intent {
  return {
    id: IntentId.parse(id),
    seq: 1,
    stagedAt: 1,
    changeSetId: defaultChangeSetId,
    gesture: 'g',
    entity: 'organization',
    recordId: RecordId.parse('org_1'),
    label: 'Acme',
    organizationId: 'org_1',
    action: { verb: 'update', field: 'name', base: 'Acme', value: 'Acme Ltd' },
    state: 'staged',
    attempts: 0,
    nextAttemptAt: 0,
    theirs: null,
    outcome: null,
    closedAt: 0,
    ...over,
  };
}

const lines = (intents: readonly Intent[]) =>
  groupIntents(intents, names).map((item) =>
    item.kind === 'intent' ? item.id : `${item.kind}: ${item.name}`,
  );

test('changes stand under their organization; what belongs to none under its kind', () => {
  const role = intentOf('c', { entity: 'role', organizationId: '', label: 'Billing' });
  expect(lines([intentOf('a'), role, intentOf('b')])).toEqual(['group: Acme', 'a', 'b', 'group: Roles', 'c']);
});

test('an organization that is about to be made is called as it will be', () => {
  const made = { organizationId: 'new_1', recordId: RecordId.parse('new_1') };
  const member = intentOf('a', { ...made, entity: 'membership', label: 'Dana in Delta' });
  const creation = intentOf('b', { ...made, label: 'Delta' });
  expect(lines([member, creation])[0]).toBe('group: Delta');
});

test('change sets part the list as soon as there is another than the usual one, in their own order', () => {
  const usual = intentOf('a');
  const named = intentOf('b', { changeSetId: q4 });
  expect(lines([usual])).toEqual(['group: Acme', 'a']);
  expect(lines([named])[0]).toBe('set: Q4 seats');
  expect(lines([usual, named])).toEqual([
    'set: Q4 seats',
    'group: Acme',
    'b',
    'set: Everything else',
    'group: Acme',
    'a',
  ]);
});

test('filters hold together: state, change set and text', () => {
  const all = [
    intentOf('a'),
    intentOf('b', { state: 'refused' }),
    intentOf('c', { changeSetId: q4, label: 'Birch' }),
  ];
  const ids = (state: string, set: string, text: string) =>
    filterIntents(all, { state, set, text }).map(({ id }) => id);
  expect(ids('', '', '')).toEqual(['a', 'b', 'c']);
  expect(ids('refused', '', 'ACME')).toEqual(['b']);
  expect(ids('', 'set_q4', '')).toEqual(['c']);
  expect(ids('refused', 'set_q4', '')).toEqual([]);
});

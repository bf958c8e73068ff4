import { filterIntents } from '@renderer/screens/changes/staged/filter-intents';
import { groupIntents } from '@renderer/screens/changes/staged/group-intents';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { ChangeSetId, IntentId, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { expect, test } from 'vitest';
import { intentOf } from '../../domain/intent-of';

const q4 = ChangeSetId.parse('set_q4');
const names = {
  organizations: new Map([['org_1', 'Acme']]),
  sets: new Map([
    ['set_q4', 'Q4 seats'],
    ['set_default', 'Everything else'],
  ]),
};

const change = (id: string, over: Partial<Intent> = {}): Intent =>
  intentOf(
    { verb: 'update', field: 'name', base: 'Acme', value: 'Acme Ltd' },
    {
      id: IntentId.parse(id),
      changeSetId: defaultChangeSetId,
      entity: 'organization',
      recordId: RecordId.parse('org_1'),
      label: 'Acme',
      ...over,
    },
  );

const lines = (intents: readonly Intent[]) =>
  groupIntents(intents, names).map((item) =>
    item.kind === 'intent' ? item.id : `${item.kind}: ${item.name}`,
  );

test('changes stand under their organization; what belongs to none under its kind', () => {
  const role = change('c', { entity: 'role', organizationId: '', label: 'Billing' });
  expect(lines([change('a'), role, change('b')])).toEqual(['group: Acme', 'a', 'b', 'group: Roles', 'c']);
});

test('an organization that is about to be made is called as it will be', () => {
  const made = { organizationId: 'new_1', recordId: RecordId.parse('new_1') };
  const member = change('a', { ...made, entity: 'membership', label: 'Dana in Delta' });
  const creation = change('b', { ...made, label: 'Delta' });
  expect(lines([member, creation])[0]).toBe('group: Delta');
});

test('change sets part the list as soon as there is another than the usual one, in their own order', () => {
  const usual = change('a');
  const named = change('b', { changeSetId: q4 });
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
    change('a'),
    change('b', { state: 'refused' }),
    change('c', { changeSetId: q4, label: 'Birch' }),
  ];
  const ids = (state: string, set: string, text: string) =>
    filterIntents(all, { state, set, text }).map(({ id }) => id);
  expect(ids('', '', '')).toEqual(['a', 'b', 'c']);
  expect(ids('refused', '', 'ACME')).toEqual(['b']);
  expect(ids('', 'set_q4', '')).toEqual(['c']);
  expect(ids('refused', 'set_q4', '')).toEqual([]);
});

import { editableField } from '@shared/domain/editable-fields';
import type { IntentState } from '@shared/domain/intent';
import type { FieldEdit } from '@shared/domain/staging/field-edit';
import { supersede } from '@shared/domain/staging/supersede';
import { expect, it } from 'vitest';
import { intentOf } from './intent-of';

const field = editableField('organization', 'name');
if (field === undefined) throw new Error('names can be edited');

/** The base of an edit to `Newest`, after one from `First` to `Mine`, on a service that holds `Theirs` by now. */
function baseAfter(state: IntentState, seen: string | undefined): unknown {
  const earlier = intentOf({ verb: 'update', field: 'name', base: 'First', value: 'Mine' }, { state });
  const { entity, recordId, label, organizationId } = earlier;
  const edit: FieldEdit = {
    field: field as NonNullable<typeof field>,
    value: 'Newest',
    visible: 'Mine',
    server: 'Theirs',
    seen,
    seed: { entity, recordId, label, organizationId },
    effect: null,
  };
  const validated = supersede(edit, earlier);
  const action = validated.kind === 'accept' ? validated.proposal.opened[0]?.action : undefined;
  return action?.verb === 'update' ? action.base : validated.kind;
}

it.each([
  ['staged', undefined, 'First'],
  ['staged', 'Theirs', 'First'],
  ['conflict', undefined, 'First'],
  ['conflict', 'Theirs', 'Theirs'],
  ['refused', undefined, 'First'],
] as const)('an edit of an edit that is %s, with %s seen, starts from %s', (state, seen, base) => {
  expect(baseAfter(state, seen)).toBe(base);
});

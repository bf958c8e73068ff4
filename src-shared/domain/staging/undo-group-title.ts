import { t } from '../../language/t';
import { actOf } from '../acts';
import { editableField } from '../editable-fields';
import { type EntityName, entityWords } from '../entity';
import type { Titled } from './titled-draft';

/** The change as undo names it: `Role of 12 members`, `Seats of Acme`, `Remove Dana in Acme`, `7 changes`. */
export function undoGroupTitle(changes: readonly Titled[]): string {
  const [first] = changes;
  if (first === undefined) return t('Nothing');
  if (changes.some((change) => kindOf(change) !== kindOf(first)))
    return t('{count, number} changes', { count: changes.length });
  const whom =
    changes.length === 1
      ? first.label
      : t('{count, number} {many}', { count: changes.length, many: manyOf(first.entity) });
  return titled(first, whom);
}

/** Which changes are of one kind. */
const kindOf = ({ entity, action }: Titled): string => {
  const what = action.verb === 'update' ? action.field : action.verb === 'perform' ? action.operation : '';
  return `${entity} ${action.verb} ${what}`;
};

function titled({ entity, action }: Titled, whom: string): string {
  switch (action.verb) {
    case 'update':
      return t('{label} of {whom}', {
        label: editableField(entity, action.field)?.label ?? action.field,
        whom,
      });
    case 'create':
      return t('{create} {whom}', { create: entityWords[entity].create ?? t('Create'), whom });
    case 'perform':
      return `${actOf(entity, action.operation)?.label ?? action.operation}: ${whom}`;
    case 'delete':
      return t('{remove} {whom}', { remove: entityWords[entity].remove ?? t('Delete'), whom });
  }
}

const manyOf = (entity: EntityName): string => entityWords[entity].counted ?? entityWords[entity].many;

import { t } from '../../language/t';
import { actOf } from '../acts';
import { editableField } from '../editable-fields';
import { type EntityName, entityWords } from '../entity';
import type { Titled } from './titled-draft';

/** The change as undo names it: `Role of 12 members`, `Seats of Acme`, `Remove Dana in Acme`, `7 changes`. */
export function undoGroupTitle(changes: readonly Titled[]): string {
  const [first] = changes;
  if (first === undefined) return t('Nothing');
  const kind = kindOf(first);
  if (changes.some((change) => kindOf(change) !== kind))
    return t('{count, number} changes', { count: changes.length });
  const whom =
    changes.length === 1 ? first.label : `${changes.length.toLocaleString('en')} ${manyOf(first.entity)}`;
  return `${kind} ${whom}`;
}

function kindOf({ entity, action }: Titled): string {
  switch (action.verb) {
    case 'update':
      return t('{label} of', { label: editableField(entity, action.field)?.label ?? action.field });
    case 'create':
      return entityWords[entity].create ?? t('Create');
    case 'perform':
      return `${actOf(entity, action.operation)?.label ?? action.operation}:`;
    case 'delete':
      return entityWords[entity].remove ?? t('Delete');
  }
}

const manyOf = (entity: EntityName): string => entityWords[entity].counted ?? entityWords[entity].many;

import { actOf } from '../acts';
import { editableField } from '../editable-fields';
import { type EntityName, entityWords } from '../entity';
import type { Titled } from './titled-draft';

/** The change as undo names it: `Role of 12 members`, `Seats of Acme`, `Remove Dana in Acme`, `7 changes`. */
export function undoGroupTitle(changes: readonly Titled[]): string {
  const [first] = changes;
  if (first === undefined) return 'Nothing';
  const kind = kindOf(first);
  if (changes.some((change) => kindOf(change) !== kind))
    return `${changes.length.toLocaleString('en')} changes`;
  const whom =
    changes.length === 1 ? first.label : `${changes.length.toLocaleString('en')} ${manyOf(first.entity)}`;
  return `${kind} ${whom}`;
}

function kindOf({ entity, action }: Titled): string {
  switch (action.verb) {
    case 'update':
      return `${editableField(entity, action.field)?.label ?? action.field} of`;
    case 'create':
      return entityWords[entity].create ?? 'Create';
    case 'perform':
      return `${actOf(entity, action.operation)?.label ?? action.operation}:`;
    case 'delete':
      return entityWords[entity].remove ?? 'Delete';
  }
}

const manyOf = (entity: EntityName): string => entityWords[entity].counted ?? entityWords[entity].many;

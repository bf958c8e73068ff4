import { useWholeList } from '@renderer/bridge/use-list';
import { choicesOf } from '@renderer/fields/create-fields';
import { kindAt } from '@renderer/fields/field-text';
import type { FilterOption } from '@renderer/ui/controls/filter-option';
import type { EntityName } from '@shared/domain/entity';

/** Roles or role sets of the instance, by key; there are a handful. */
export function useKeyChoices(entity: 'role' | 'roleSet'): readonly FilterOption[] {
  const { rows } = useWholeList(entity, { sort: { field: 'createdAt', direction: 'asc' } });
  return (rows ?? []).map(({ key, name }) => ({ value: key, label: name }));
}

/** What a field can be that is one of few: the words of its model, or what goes by a key. */
export function useChoices(entity: EntityName, field: string): readonly FilterOption[] {
  const kind = kindAt(entity, field);
  const keyed = useKeyChoices(kind === 'setKey' ? 'roleSet' : 'role');
  return kind === 'role' || kind === 'setKey' ? keyed : choicesOf(entity, field);
}

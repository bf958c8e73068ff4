import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { type Choice, isChoice } from '@shared/domain/kinds/field';
import { fieldAt } from '@shared/domain/records/fields-of';

function openChoice(entity: EntityName, path: string): Choice | null {
  const field = fieldAt(entity, path);
  return field !== undefined && isChoice(field) && !field.ours ? field : null;
}

/** Whether the service chooses the words of a field, and so may come up with others than those that are known. */
export const isOpenChoice = (entity: EntityName, path: string): boolean => openChoice(entity, path) !== null;

/** Whether a value is a word that the service came up with: it is shown as it came, and marked. */
export const isUnlisted = (entity: EntityName, path: string, value: JsonValue): boolean =>
  typeof value === 'string' && value !== '' && openChoice(entity, path)?.options.includes(value) === false;

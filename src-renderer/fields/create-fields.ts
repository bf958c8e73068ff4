import { type EntityName, modelOf } from '@shared/domain/entity';
import { type AnyField, type Field, isChoice } from '@shared/domain/kinds/field';
import { wordIn } from '@shared/domain/kinds/word-in';
import { fieldAt } from '@shared/domain/records/fields-of';
import { inputOf } from './field-input';

/** Fields of the model that its creation names and a form can set. */
export function createFields(
  entity: EntityName,
  known: readonly string[],
): readonly (readonly [name: string, field: Field])[] {
  const { fields, said } = modelOf(entity);
  return Object.entries({ ...fields, ...said }).flatMap(([name, field]) =>
    field.create === undefined ||
    field.kind === 'group' ||
    inputOf(field.kind).by === null ||
    known.includes(name)
      ? []
      : [[name, field] as const],
  );
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** What a field can be, where it is one of few words, as the interface says them. */
export const optionsOfField = (field: AnyField | undefined): readonly ChoiceOption[] =>
  field !== undefined && isChoice(field)
    ? field.options.map((value) => ({ value, label: wordIn(field.says, value) ?? value }))
    : [];

export const choicesOf = (entity: EntityName, path: string): readonly ChoiceOption[] =>
  optionsOfField(fieldAt(entity, path));

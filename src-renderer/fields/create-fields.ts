import { type EntityName, modelOf } from '@shared/domain/entity';
import type { Field } from '@shared/domain/kinds/field';
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

import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { UnheldWord } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';
import { t } from '@shared/language/t';
import { type FilterField, fieldOf } from './filter-fields';
import { valueWords } from './filter-words';

/** Why nothing is found by conditions, where one of them asks for a word that there is not; null otherwise. */
export function useSlip(
  entity: EntityName,
  fields: readonly FilterField[],
  where: readonly Condition[],
): string | null {
  const asked = where.length === 0 ? null : { entity, where: [...where] };
  const { value, fits } = useFittingAnswer('unheldWord', asked, useDataVersion());
  return fits && value ? slipWords(entity, fields, value) : null;
}

function slipWords(entity: EntityName, fields: readonly FilterField[], slip: UnheldWord): string {
  const { field } = fieldOf(fields, entity, slip.field);
  const known = slip.known
    .filter((word) => word !== '')
    .map((word) => valueWords(entity, slip.field, field, word))
    .join(', ');
  return t('{label}: there is no “{word}”. It can be {known}.', {
    label: field.label,
    word: slip.word,
    known,
  });
}

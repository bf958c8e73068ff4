import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';

/** Refuses a condition on a word that nobody knows and no record holds: it would select nothing without a word. */
export async function checkWords(
  engine: Engine,
  entity: EntityName,
  where: readonly Condition[],
): Promise<Result<null>> {
  const asked = await engine.call('unheldWord', { entity, where: [...where] });
  if (!asked.ok || asked.value === null) return asked.ok ? success(null) : asked;
  const { field, word, known } = asked.value;
  return failure(
    'invalid-input',
    `--where ${field}: no record holds ${JSON.stringify(word)}.`,
    `It takes one of ${known.map((each) => (each === '' ? '(empty)' : each)).join(', ')}.`,
  );
}

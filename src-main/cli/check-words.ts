import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { type Condition, type Filter, groupOf } from '@shared/domain/filter/condition';
import { queryField } from '@shared/domain/query-field';

/** Comparisons with whole words. */
const byWord: ReadonlySet<string> = new Set(['eq', 'ne', 'in', 'nin']);

/**
 * Whether the words that choices are compared with are known, or are held by a record: the service may come up with new ones,
 * and anything else is a slip that would select nothing without a word.
 */
export async function checkWords(
  engine: Engine,
  entity: EntityName,
  where: readonly Condition[],
): Promise<Result<null>> {
  for (const { field, op, value } of where.flatMap(filtersIn)) {
    const asked = queryField(entity, field);
    if (asked?.kind !== 'choice' || !asked.open || !byWord.has(op)) continue;
    const strange = [value].flat().filter((word) => !asked.options.includes(String(word)));
    if (strange.length === 0) continue;
    const held = await engine.call('facets', { query: { entity }, field });
    if (!held.ok) return held;
    const words = new Set([...asked.options, ...held.value.map((facet) => String(facet.value))]);
    const missing = strange.find((word) => typeof word === 'string' && !words.has(word));
    if (missing === undefined) continue;
    const known = [...words].map((word) => (word === '' ? '(empty)' : word)).join(', ');
    return failure(
      'invalid-input',
      `--where ${field}: no record holds ${JSON.stringify(missing)}.`,
      `It takes one of ${known}.`,
    );
  }
  return success(null);
}

function filtersIn(condition: Condition): readonly Filter[] {
  const group = groupOf(condition);
  return group === null ? [condition as Filter] : group.of.flatMap(filtersIn);
}

import type { Store } from '@main/store/store';
import { PageQuery, type UnheldWord } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { type Condition, filtersIn } from '@shared/domain/filter/condition';
import { queryField } from '@shared/domain/query-field';
import { fieldAt } from '@shared/domain/records/fields-of';

/** Comparisons with whole words. */
const byWord: ReadonlySet<string> = new Set(['eq', 'ne', 'in', 'nin']);

/**
 * The first word that a choice or a role is compared with, which is neither known nor held by a record; null where there is
 * none. The service may come up with new ones, so what a record holds counts; anything else is a slip, which selects nothing.
 */
export async function findUnheldWord(
  store: Pick<Store, 'facets' | 'list'>,
  entity: EntityName,
  where: readonly Condition[],
): Promise<UnheldWord | null> {
  for (const { field, op, value } of filtersIn(where)) {
    const known = byWord.has(op) ? await knownWords(store, entity, field) : null;
    const strange = [value]
      .flat()
      .filter((word) => typeof word === 'string' && known?.includes(word) === false);
    if (known === null || strange.length === 0) continue;
    const held = await store.facets(PageQuery.parse({ entity }), field);
    const words = new Set([...known, ...held.map((facet) => String(facet.value))]);
    const word = strange.find((each) => !words.has(String(each)));
    if (word !== undefined) return { field, word: String(word), known: [...words] };
  }
  return null;
}

/** The words of a field that are known without its rows; null of one that takes any. */
async function knownWords(
  store: Pick<Store, 'list'>,
  entity: EntityName,
  field: string,
): Promise<readonly string[] | null> {
  const found = fieldAt(entity, field);
  if (found?.kind === 'role') return ['', ...(await store.list('role', [])).map(({ key }) => key)];
  if (found?.words !== undefined) return found.words;
  const asked = queryField(entity, field);
  return asked?.kind === 'choice' && asked.open ? asked.options : null;
}

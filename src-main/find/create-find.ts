import { fold } from '@main/store/sqlite-storage/folded-text';
import type { Store } from '@main/store/store';
import type { Found, Hit } from '@shared/contract/find';
import { PageQuery } from '@shared/contract/page';
import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { leastNearly, wordsIn } from '@shared/domain/text/nearly';
import { needleOf, turnedName } from './typed-needle';
import { createVocabulary } from './vocabulary';

interface FindParts {
  readonly store: Pick<Store, 'facets' | 'count' | 'subscribe' | 'page' | 'list'>;
  /** A query with the conditions that narrow it to its scope. */
  readonly narrowed: (query: PageQuery) => Promise<PageQuery>;
  readonly now: () => number;
}

export interface Asked {
  readonly text: string;
  readonly scope?: string | undefined;
  readonly limit: number;
}

/** Fewer hits than these may be those of a slip. */
const few = 3;
/** Spellings that are tried. */
const mostSpellings = 4;
const leastLetters = 2;

/** What can be found, as models say: the first before the others. */
const entities = EntityName.options
  .filter((entity) => modelOf(entity).found !== undefined)
  .sort((a, b) => (modelOf(a).found ?? 0) - (modelOf(b).found ?? 0));

/** What is found by its whole id alone, such as a membership. */
const byIdAlone = EntityName.options.filter((entity) => modelOf(entity).found === undefined);

/** Looks for records of every kind at once. */
export function createFind({ store, narrowed, now }: FindParts) {
  const vocabulary = createVocabulary(store, entities, now);

  const ask = async (entity: EntityName, { text, scope, limit }: Asked): Promise<readonly StoredRecord[]> => {
    const query = await narrowed(PageQuery.parse({ entity, text, limit, ...(scope && { scope }) }));
    const byId = isId(text)
      ? await store.list(
          entity,
          [
            ...query.where,
            { field: 'id', op: 'gte', value: text },
            { field: 'id', op: 'lt', value: `${text}\uffff` },
          ],
          limit,
        )
      : [];
    const { rows } = await store.page(query);
    return [...byId, ...rows.filter(({ id }) => !byId.some((one) => one.id === id))].slice(0, limit);
  };

  const look = async (asked: Asked): Promise<Map<EntityName, readonly StoredRecord[]>> => {
    const found = new Map<EntityName, readonly StoredRecord[]>();
    for (const entity of entities) found.set(entity, await ask(entity, asked));
    if (!isWholeId(asked.text) || sum(found) > 0) return found;
    for (const entity of byIdAlone) {
      const { where } = await narrowed(
        PageQuery.parse({ entity, ...(asked.scope && { scope: asked.scope }) }),
      );
      const rows = await store.list(entity, [...where, { field: 'id', op: 'eq', value: asked.text }], 1);
      found.set(entity, rows);
    }
    return found;
  };

  /** A needle with words that are known in the places of those that are not. */
  const spellings = async (text: string): Promise<readonly string[]> => {
    const typed = fold(text);
    let all: readonly string[] = [typed];
    for (const word of new Set(wordsIn(typed))) {
      const meant = word.length < leastNearly ? [] : await vocabulary.meant(word);
      if (meant.length > 0)
        all = all.flatMap((begun) => meant.map((one) => begun.replace(word, one))).slice(0, mostSpellings);
    }
    return all.filter((spelling) => spelling !== typed);
  };

  /** How else it may be written: where nothing is called so the other way round, with words that are known, and where none of that was found, both. */
  async function* otherwise(text: string, count: () => number): AsyncGenerator<string> {
    const turned = turnedName(text);
    if (turned !== '' && count() === 0) yield fold(turned);
    const spelt = await spellings(text);
    yield* spelt;
    if (count() === 0) yield* spelt.map(turnedName).filter((one) => one !== '');
  }

  return async (asked: Asked): Promise<Found> => {
    const text = needleOf(asked.text);
    if ([...text].length < leastLetters) return { corrected: '', groups: [] };
    const found = await look({ ...asked, text });
    let corrected = '';
    for await (const spelling of sum(found) < few && !isId(text) ? otherwise(text, () => sum(found)) : []) {
      const more = await look({ ...asked, text: spelling });
      if (sum(more) === 0) continue;
      corrected ||= spelling;
      for (const [entity, rows] of more) {
        const before = found.get(entity) ?? [];
        const others = rows.filter(({ id }) => !before.some((one) => one.id === id));
        found.set(entity, [...before, ...others].slice(0, asked.limit));
      }
    }
    const groups = [...found].filter(([, rows]) => rows.length > 0);
    return {
      corrected,
      groups: groups.map(([entity, rows]) => ({ entity, hits: rows.map((row) => hitOf(entity, row)) })),
    };
  };
}

/** `user_2abc`: an id, or the beginning of one. */
const isId = (text: string): boolean => /^[a-z]{2,12}_\w{2,}$/i.test(text);
/** One that was given as a whole, say from a log. */
const isWholeId = (text: string): boolean => /^[a-z]{2,12}_[A-Za-z0-9]{20,}$/.test(text);
const sum = (found: ReadonlyMap<EntityName, readonly StoredRecord[]>): number =>
  [...found.values()].reduce((count, rows) => count + rows.length, 0);

/** Its name, and the first of what it is found by that says something else. */
function hitOf(entity: EntityName, row: StoredRecord): Hit {
  const organizationId = String(readField(row, 'organizationId') ?? '');
  const label = labelOf(entity, row, '');
  const searched = Object.entries(modelOf(entity).fields)
    .filter(([, { search }]) => search !== undefined)
    .sort(([, a], [, b]) => (a.search ?? 0) - (b.search ?? 0));
  const note = searched
    .map(([name]) => readField(row, name))
    .find((value) => typeof value === 'string' && value !== '' && value !== label);
  return { id: row.id, label, note: typeof note === 'string' ? note : '', organizationId };
}

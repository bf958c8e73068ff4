import { fold } from '@main/store/sqlite-storage/folded-text';
import type { Store } from '@main/store/store';
import { PageQuery } from '@shared/contract/page';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { isNearly, leastNearly, wordsIn } from '@shared/domain/text/nearly';

/** Words of names, and in how many names each stands. */
type Words = ReadonlyMap<string, number>;

export interface Vocabulary {
  /** Words that may have been meant by one that is typed, the likeliest first; none where it is the beginning of one that is known. */
  meant(typed: string): Promise<readonly string[]>;
}

/** Counted anew at most so often, ms: a name that is newer is found as it is spelt. */
const freshMs = 30_000;
const most = 3;
/** Tables beyond that have their names in one field; those of small ones are read out of two. */
const small = 5_000;
/** Names taken apart at once. */
const batch = 5_000;

/** The words that names of records are made of, read when they are first needed. */
export function createVocabulary(
  store: Pick<Store, 'facets' | 'count' | 'subscribe'>,
  entities: readonly EntityName[],
  now: () => number,
): Vocabulary {
  let known: { readonly words: Promise<Words>; readonly at: number } | null = null;
  let changed = false;
  store.subscribe((change) => {
    changed ||= entities.some((entity) => change.entities.has(entity));
  });
  const words = (): Promise<Words> => {
    if (known === null || (changed && now() - known.at > freshMs)) {
      changed = false;
      const read = { words: readWords(store, entities), at: now() };
      known = read;
      // What failed is asked anew at once, and not kept as long as what is known.
      read.words.catch(() => {
        if (known === read) known = null;
      });
    }
    return known.words;
  };
  return {
    meant: async (typed) => {
      const found: { readonly word: string; readonly whole: boolean; readonly count: number }[] = [];
      for (const [word, count] of await words()) {
        if (word.startsWith(typed)) return [];
        if (isNearly(typed, word, true)) found.push({ word, whole: isNearly(typed, word), count });
      }
      return found
        .sort((a, b) => Number(b.whole) - Number(a.whole) || b.count - a.count)
        .slice(0, most)
        .map(({ word }) => word);
    },
  };
}

/** Numbers are no words: they would be as many as there are names. */
async function readWords(
  store: Pick<Store, 'facets' | 'count'>,
  entities: readonly EntityName[],
): Promise<Words> {
  const words = new Map<string, number>();
  for (const entity of entities) {
    const fields = Object.entries(modelOf(entity).fields).filter(([, { search = 9 }]) => search <= 2);
    const isLarge = (await store.count(entity)) > small;
    const read = fields.sort(([, a], [, b]) => (a.search ?? 0) - (b.search ?? 0)).slice(0, isLarge ? 1 : 2);
    for (const [field] of read) {
      const names = await store.facets(PageQuery.parse({ entity }), field);
      for (let at = 0; at < names.length; at += batch) {
        for (const { value, count } of names.slice(at, at + batch)) addWords(words, value, count);
        // Others have their turn: there may be hundreds of thousands of names.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  return words;
}

function addWords(words: Map<string, number>, name: JsonValue, count: number): void {
  if (typeof name !== 'string') return;
  for (const word of wordsIn(fold(name)))
    if (word.length >= leastNearly && !/\d/.test(word)) words.set(word, (words.get(word) ?? 0) + count);
}

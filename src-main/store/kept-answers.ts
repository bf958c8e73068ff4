import type { EntityName } from '@shared/domain/entity';
import type { Store, StoreChange } from './store';

type Watched = Pick<Store, 'subscribe'>;

/** Which writes change an answer: to rows of these entities, as a sweep or what is staged makes them, or those that it says. */
type Follows = readonly EntityName[] | ((change: StoreChange) => boolean);

interface Kept {
  readonly of: Follows;
  readonly answer: Promise<unknown>;
}

/** Answers kept of one store; the one that was asked for longest ago goes first. */
const mostKept = 24;

const answers = new WeakMap<object, Map<string, Kept>>();

/** Called of a store before anybody else subscribes to it: whoever is told of a write asks anew. */
export function keptAnswersOf(store: Watched): Map<string, Kept> {
  const known = answers.get(store);
  if (known !== undefined) return known;
  const made = new Map<string, Kept>();
  answers.set(store, made);
  store.subscribe((change) => {
    for (const [key, { of }] of made) if (isOther(change, of)) made.delete(key);
  });
  return made;
}

const isOther = (change: StoreChange, of: Follows): boolean =>
  typeof of === 'function' ? of(change) : of.some((entity) => change.entities.has(entity));

/**
 * What follows from much of what is stored: read once, and kept until something that it follows from is written. A key is read in one way;
 * nobody may change what it returns.
 */
export function keptAnswer<T>(
  store: Watched,
  { key, of }: { readonly key: string; readonly of: Follows },
  read: () => Promise<T>,
): Promise<T> {
  const all = keptAnswersOf(store);
  const known = all.get(key);
  const answer = (known?.answer as Promise<T> | undefined) ?? read();
  all.delete(key);
  all.set(key, known ?? { of, answer });
  if (known === undefined)
    answer.catch(() => {
      if (all.get(key)?.answer === answer) all.delete(key);
    });
  for (const oldest of all.keys()) {
    if (all.size <= mostKept) break;
    all.delete(oldest);
  }
  return answer;
}

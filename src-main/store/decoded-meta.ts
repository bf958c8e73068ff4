import type { Store } from './store';

type Readable = Pick<Store, 'meta' | 'subscribe'>;

/** What small values were decoded to, by store and key, until the key is written. */
const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Called of a store before anybody else subscribes to it: whoever is told of a write reads what was written. */
export function keptOf(store: Readable): Map<string, Promise<unknown>> {
  const known = kept.get(store);
  if (known !== undefined) return known;
  const made = new Map<string, Promise<unknown>>();
  kept.set(store, made);
  store.subscribe(({ meta }) => {
    for (const key of meta) made.delete(key);
  });
  return made;
}

/**
 * A small value as it was decoded last; it is read again only once it was written. A key is decoded in one way.
 *
 * @param decode given null where there is no such value; nobody may change what it returns
 */
export function decodedMeta<T>(store: Readable, key: string, decode: (value: unknown) => T): Promise<T> {
  const own = keptOf(store);
  const known = own.get(key);
  if (known !== undefined) return known as Promise<T>;
  const reading = store.meta(key).then(decode);
  own.set(key, reading);
  reading.catch(() => {
    if (own.get(key) === reading) own.delete(key);
  });
  return reading;
}

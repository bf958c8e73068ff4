/** Adds a value to those of its key, in place: copying the list for each value would take the square of their number. */
export function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
}

/** Values by a key of each, both in the order in which they come. */
export function gathered<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const found = new Map<K, V[]>();
  for (const value of values) gather(found, keyOf(value), value);
  return found;
}

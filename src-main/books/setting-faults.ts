import { describedSettings } from '@main/store/described-settings';
import type { Store } from '@main/store/store';
import { type BookName, books } from '@shared/domain/books/books';
import { configField } from '@shared/domain/config-field';
import type { JsonValue } from '@shared/domain/json';
import { heldTogether, unknownSettings } from '@shared/domain/unknown-settings';

/**
 * Why entries name settings that nothing copied has, or several as one, as sentences; none while no schema was copied. A setting that an application has and
 * the schema does not describe is one.
 */
export async function settingFaults(
  store: Pick<Store, 'get' | 'list'>,
  values: readonly { readonly book: BookName; readonly value: JsonValue }[],
): Promise<readonly string[]> {
  const named = values
    .flatMap(({ book, value }) => books[book].together?.settings?.(value) ?? [])
    .filter((path) => configField(path) !== undefined);
  if (named.length === 0) return [];
  const paths = [...(await describedSettings(store)).keys()];
  if (paths.length === 0) return [];
  const together = heldTogether(named, paths);
  if (together.length > 0) return together;
  const faults = unknownSettings(named, paths);
  if (faults.length === 0) return [];
  const had = new Set<string>();
  for (const field of new Set(named)) {
    const [one] = await store.list('application', [{ none: [{ field, op: 'eq', value: null }] }], 1);
    if (one !== undefined) had.add(field);
  }
  return unknownSettings(
    named.filter((path) => !had.has(path)),
    paths,
  );
}

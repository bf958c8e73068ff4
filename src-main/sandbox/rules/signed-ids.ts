import type { Condition } from './select-page';

/**
 * Conditions for a list of ids with optional signs: `+id` or `id` includes, `-id` excludes.
 *
 * @param test SQL with one `json_each(?)`, true for a row that one of the ids selects.
 */
export const signedIds = (ids: readonly string[] | undefined, test: string): readonly Condition[] => {
  if (ids === undefined) return [];
  const excluded = ids.filter((id) => id.startsWith('-')).map((id) => id.slice(1));
  const included = ids.filter((id) => !id.startsWith('-')).map((id) => id.replace(/^[+ ]/, ''));
  return [
    ...(included.length > 0 ? [{ sql: test, values: [JSON.stringify(included)] }] : []),
    ...(excluded.length > 0 ? [{ sql: `NOT (${test})`, values: [JSON.stringify(excluded)] }] : []),
  ];
};

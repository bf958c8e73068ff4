import type { Condition } from './select-page';

/**
 * A case-insensitive partial match of one text on any of several columns; `%` and `_` are taken literally.
 *
 * @param exact columns that must equal the text instead (ids).
 */
export const contains = (
  text: string | undefined,
  columns: readonly string[],
  exact: readonly string[] = [],
): readonly Condition[] => {
  if (text === undefined || text === '') return [];
  const pattern = `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  const tests = [
    ...columns.map((column) => ({ sql: `${column} LIKE ? ESCAPE '\\'`, value: pattern })),
    ...exact.map((column) => ({ sql: `${column} = ?`, value: text })),
  ];
  return [{ sql: tests.map(({ sql }) => sql).join(' OR '), values: tests.map(({ value }) => value) }];
};

import type { Condition } from './select-page';

/** A column that holds one of the values, where values are asked for. */
export const anyOf = (values: readonly string[] | undefined, column: string): readonly Condition[] =>
  values === undefined
    ? []
    : [{ sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }];

/** A test with one number (`u.created_at <`), where one is asked for. */
export const bound = (value: number | undefined, test: string): readonly Condition[] =>
  value === undefined ? [] : [{ sql: `${test} ?`, values: [value] }];

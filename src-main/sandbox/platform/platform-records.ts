import { z } from 'zod';
import type { IdPrefix } from '../database/make-id';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { refusals } from '../kit/refusals';
import { platformRefusals } from './platform-refusals';
import type { PlatformScope } from './platform-scope';

/** What the workspace of a platform has beside applications: one table, told apart by kind, data as JSON. */
export interface PlatformRecord<Data> {
  readonly id: string;
  readonly data: Data;
  readonly created_at: number;
}

type Row = { readonly id: string; readonly data: string; readonly created_at: number };

const decoded = <Data>({ data, ...row }: Row): PlatformRecord<Data> => ({
  ...row,
  data: JSON.parse(data) as Data,
});

/** One kind of them. */
export const platformRecords = <Data extends object>(kind: string, prefix: IdPrefix) => ({
  add: (scope: PlatformScope, data: Data): PlatformRecord<Data> => {
    const row = { id: scope.mint(prefix), created_at: scope.now() };
    scope.db.run('INSERT INTO platform_records VALUES (?, ?, ?, ?)', [
      kind,
      row.id,
      JSON.stringify(data),
      row.created_at,
    ]);
    return { ...row, data };
  },
  set: ({ db }: PlatformScope, id: string, data: Data): void => {
    db.run('UPDATE platform_records SET data = ? WHERE id = ?', [JSON.stringify(data), id]);
  },
  /** Refuses with 404. */
  find: ({ db }: PlatformScope, id: string): Outcome<PlatformRecord<Data>> => {
    const row = db.first<Row>('SELECT * FROM platform_records WHERE kind = ? AND id = ?', [kind, id]);
    return row === undefined ? platformRefusals.recordNotFound(id) : { ok: true, value: decoded(row) };
  },
  /** All of them, newest first. */
  all: ({ db }: PlatformScope): readonly PlatformRecord<Data>[] =>
    db
      .all<Row>('SELECT * FROM platform_records WHERE kind = ? ORDER BY created_at DESC, id DESC', [kind])
      .map((row) => decoded<Data>(row)),
});

/** Query of a list that is walked by a cursor. */
export const cursorQuery = {
  limit: queryField.limit,
  starting_after: queryField.text,
  ending_before: queryField.text,
};
const CursorQuery = z.object(cursorQuery);

/** A page of a list, by its cursor. Refuses (422) a cursor that is in no list. */
export const pageOf = <T extends { readonly id: string }>(
  all: readonly T[],
  { limit, starting_after: after, ending_before: before }: z.output<typeof CursorQuery>,
): Outcome<{ readonly rows: readonly T[]; readonly total: number }> => {
  const at = all.findIndex(({ id }) => id === (after ?? before));
  if ((after ?? before) !== undefined && at === -1)
    return refusals.paramInvalid('starting_after', 'There is nothing with this id.');
  const from = after !== undefined ? at + 1 : before !== undefined ? Math.max(0, at - limit) : 0;
  const to = before !== undefined && after === undefined ? at : from + limit;
  return { ok: true, value: { rows: all.slice(from, to), total: all.length } };
};

import { insertRows } from '../database/insert-rows';
import type { IdPrefix } from '../database/make-id';
import type { SmallKind, SmallRow } from '../database/small-records';
import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Effect, Scope } from '../kit/scope';
import { bumped } from './bumped';
import { mutate } from './mutate';
import { type Condition, type Page, selectPage } from './select-page';

/** A record of a small list, its data decoded. */
export interface SmallRecord<Data> {
  readonly id: string;
  readonly data: Data;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What tells one small list from another. Its endpoints: `routes/small-list-routes.ts`. */
export interface SmallList<Data extends object> {
  readonly kind: SmallKind;
  readonly prefix: IdPrefix;
  /** What identifies a record to a person; the control surface counts by it. */
  readonly mark: (data: Data) => string;
  /** Data that `query` of the list looks through, beside the id. */
  readonly searched?: readonly (keyof Data & string)[];
  readonly notFound: string;
}

/** What a rule notes of its changes (see `mutate`). */
export type Note = (effect: Effect) => void;

/** A value of a record's data, in SQL. Names come from code only. */
export const inData = (name: string): string => `t.data ->> '$.${name}'`;

const decoded = <Data>({ data, ...row }: SmallRow): SmallRecord<Data> => ({
  ...row,
  data: JSON.parse(data) as Data,
});

/** Reads one page of a list. */
export const selectRecords = <Data extends object>(
  scope: Scope,
  { kind }: SmallList<Data>,
  page: {
    readonly where?: readonly Condition[];
    readonly orderBy: string;
    readonly limit: number;
    readonly offset: number;
  },
): Page<SmallRecord<Data>> => {
  const { where = [], ...rest } = page;
  const ofKind = { sql: 't.kind = ?', values: [kind] };
  const { rows, total } = selectPage<SmallRow>(scope, {
    table: 'small_records',
    where: [ofKind, ...where],
    ...rest,
  });
  return { rows: rows.map((row) => decoded<Data>(row)), total };
};

/** Finds a record by id. Refuses with 404. */
export const findRecord = <Data extends object>(
  { db, instance }: Scope,
  { kind, notFound }: SmallList<Data>,
  id: string,
): Outcome<SmallRecord<Data>> => {
  const row = db.first<SmallRow>(
    'SELECT id, data, created_at, updated_at FROM small_records WHERE instance = ? AND kind = ? AND id = ?',
    [instance, kind, id],
  );
  return row === undefined ? refusals.notFound(notFound) : { ok: true, value: decoded(row) };
};

/** The records whose data has a value; newest first. For what must be unique. */
export const recordsWith = <Data extends object>(
  { db, instance }: Scope,
  { kind }: SmallList<Data>,
  name: keyof Data & string,
  value: string,
): readonly SmallRecord<Data>[] =>
  db
    .all<SmallRow>(
      `SELECT t.id, t.data, t.created_at, t.updated_at FROM small_records t
         WHERE t.instance = ? AND t.kind = ? AND ${inData(name)} = ? ORDER BY t.created_at DESC, t.id DESC`,
      [instance, kind, value],
    )
    .map((row) => decoded<Data>(row));

/** Adds a record, inside a transaction. */
export const addRecord = <Data extends object>(
  scope: Scope,
  { kind, prefix, mark }: SmallList<Data>,
  data: Data,
  note: Note,
): SmallRecord<Data> => {
  const at = scope.now();
  const record = { id: scope.mint(prefix), data, created_at: at, updated_at: at };
  insertRows(scope.db, 'small_records', scope.instance, [{ kind, ...record, data: JSON.stringify(data) }]);
  note({ entity: kind, verb: 'create', id: record.id, mark: mark(data) });
  return record;
};

/** Replaces a record's data, inside a transaction. */
export const changeRecord = <Data extends object>(
  scope: Scope,
  { kind, mark }: SmallList<Data>,
  before: SmallRecord<Data>,
  data: Data,
  note: Note,
  /** False where the change is of what stands within the record, and not of the record itself. */
  bumps = true,
): SmallRecord<Data> => {
  const updated_at = bumps ? bumped(scope, before.updated_at) : before.updated_at;
  const at = { instance: scope.instance, id: before.id };
  updateRow(scope.db, 'small_records', at, { data: JSON.stringify(data), updated_at });
  note({ entity: kind, verb: 'update', id: before.id, mark: mark(data) });
  return { ...before, data, updated_at };
};

/** Deletes a record, inside a transaction. */
export const dropRecord = <Data extends object>(
  { db, instance }: Scope,
  { kind, mark }: SmallList<Data>,
  { id, data }: SmallRecord<Data>,
  note: Note,
): void => {
  db.run('DELETE FROM small_records WHERE instance = ? AND kind = ? AND id = ?', [instance, kind, id]);
  note({ entity: kind, verb: 'delete', id, mark: mark(data) });
};

/** How a record is deleted: what the answer says it was, and what cannot be. */
export interface Removal<Data extends object> {
  readonly object: string;
  readonly refuse?: (record: SmallRecord<Data>, scope: Scope) => Outcome<null>;
}

/** Deletes the record with an id, unless `refuse` says why not; the answer that the service gives then (spec: `DeletedObject`). */
export const removeRecord = <Data extends object>(
  scope: Scope,
  list: SmallList<Data>,
  id: string,
  { object, refuse }: Removal<Data>,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, list, id);
    if (!found.ok) return found;
    const may = refuse?.(found.value, scope);
    if (may?.ok === false) return may;
    dropRecord(scope, list, found.value, note);
    return { ok: true, value: { object, id, deleted: true } };
  });

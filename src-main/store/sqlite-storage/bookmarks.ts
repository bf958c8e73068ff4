import type { SqlValue } from './driver';
import type { Sql } from './sql';
import type { StoreFile } from './store-file';
import { UntilWritten } from './until-written';

/** Rows of a table in the order of some columns, the last of which is unique; all run one way. */
export interface OrderedRows {
  readonly table: string;
  readonly where: Sql;
  readonly columns: readonly string[];
  readonly direction: 'ASC' | 'DESC';
}

/** A place in a list: how many rows lie before it, and what its row is ordered by (nothing for the beginning). */
export interface Bookmark {
  readonly skip: number;
  readonly values: readonly SqlValue[];
}

const STRIDE = 8192;
const BEGINNING: Bookmark = { skip: 0, values: [] };

/**
 * Remembers places of long lists, so that a page far down is walked to once and its neighbours are near. Any
 * transaction on the file makes all of them void: they never outlive what they were seen in.
 */
export class Bookmarks {
  readonly #file: StoreFile;
  readonly #lists: UntilWritten<Bookmark[]>;

  constructor(file: StoreFile) {
    this.#file = file;
    this.#lists = new UntilWritten(file);
  }

  /** The last bookmark at or before a place; `undefined` where the order has missing values, which no bound reaches. */
  before(rows: OrderedRows, skip: number): Bookmark | undefined {
    const known = this.#known(rows);
    let last = known.at(-1) ?? BEGINNING;
    while (skip - last.skip > STRIDE) {
      const next = this.#next(rows, last);
      if (next === undefined) return undefined;
      known.push(next);
      last = next;
    }
    const place = Math.floor(skip / STRIDE);
    return place === 0 ? BEGINNING : (known[place - 1] ?? last);
  }

  #next(rows: OrderedRows, { skip, values }: Bookmark): Bookmark | undefined {
    const { columns, direction } = rows;
    const order = columns.map((column) => `${column} ${direction}`).join(', ');
    const { text, params } = from(rows, values);
    const found = this.#file.row(`SELECT ${columns.join(', ')} ${text} ORDER BY ${order} LIMIT 1 OFFSET ?`, [
      ...params,
      STRIDE,
    ]);
    const next = columns.map((column) => found?.[column] ?? null);
    return next.includes(null) ? undefined : { skip: skip + STRIDE, values: next };
  }

  #known({ table, where, columns, direction }: OrderedRows): Bookmark[] {
    return this.#lists.answer([table, where.text, columns, direction], where.params, () => []);
  }
}

/** FROM and WHERE of the rows at and after the place with these values. */
export function from({ table, where, columns, direction }: OrderedRows, values: readonly SqlValue[]): Sql {
  const text = `FROM ${table} WHERE ${where.text}`;
  if (values.length === 0) return { text, params: where.params };
  const bound = `(${columns.join(', ')}) ${direction === 'ASC' ? '>=' : '<='} (${values.map(() => '?').join(', ')})`;
  return { text: `${text} AND ${bound}`, params: [...where.params, ...values] };
}

import Database from '@signalapp/sqlcipher';

/** What a column can hold: text, integers below 2^53, null, or bytes. */
export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;

/** A row by column name; row types are aliases (not interfaces) so that they fit. */
export type SqlRow = Record<string, SqlValue>;

/**
 * One connection to the sandbox's SQLite file.
 *
 * Statements are compiled once per text and kept. Methods throw on broken SQL or a failing disk: those are bugs or
 * environment faults, never an expected refusal.
 */
export interface SqlSession {
  /** Every row of a query. */
  readonly all: <Row extends SqlRow>(sql: string, params?: readonly SqlValue[]) => readonly Row[];
  /** The first row of a query. */
  readonly first: <Row extends SqlRow>(sql: string, params?: readonly SqlValue[]) => Row | undefined;
  /**
   * The single integer of a `SELECT count(*)`-like query; 0 when there is no row. Remembered until this connection
   * writes, so that a walk over many pages counts the table once.
   */
  readonly count: (sql: string, params?: readonly SqlValue[]) => number;
  /** Runs one statement; the number of rows it changed. */
  readonly run: (sql: string, params?: readonly SqlValue[]) => number;
  /** Runs several statements without parameters. */
  readonly exec: (sql: string) => void;
  readonly close: () => void;
}

/** How many totals are remembered between writes. */
const maxCounts = 256;

/**
 * Opens a connection in WAL mode.
 *
 * @param path file path; the file is created when missing. Throws when the directory is not writable.
 */
export const openSqlSession = (path: string): SqlSession => {
  const database = new Database(path, { cacheStatements: true });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('cache_size = -65536');
  const all = <Row extends SqlRow>(sql: string, params: readonly SqlValue[] = []): readonly Row[] =>
    database.prepare(sql).all<Row>(params);
  const first = <Row extends SqlRow>(sql: string, params: readonly SqlValue[] = []): Row | undefined =>
    database.prepare(sql).get<Row>(params);
  const counts = new Map<string, number>();
  return {
    all,
    first,
    count: (sql, params = []) => {
      const key = JSON.stringify([sql, params]);
      const known = counts.get(key);
      if (known !== undefined) return known;
      const value = Object.values(first(sql, params) ?? {})[0];
      const total = typeof value === 'number' ? value : 0;
      if (counts.size >= maxCounts) counts.clear();
      counts.set(key, total);
      return total;
    },
    run: (sql, params = []) => {
      counts.clear();
      return database.prepare(sql).run(params).changes;
    },
    exec: (sql) => {
      counts.clear();
      database.exec(sql);
    },
    close: () => database.close(),
  };
};

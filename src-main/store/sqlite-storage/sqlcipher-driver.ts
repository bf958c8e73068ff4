import Database from '@signalapp/sqlcipher';
import type { SqlDatabase, SqlDriver, SqlRow, SqlStatement, SqlValue } from './driver';
import { inspectFile } from './inspect-file';
import { StoreError } from './store-error';

/** A failed COMMIT may leave nothing to roll back: the first error is the one that matters. */
function firstError(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}

function asStatement<Row extends SqlRow | SqlValue>(
  native: ReturnType<Database['prepare']>,
): SqlStatement<Row> {
  return {
    run: (params = []) => void native.run(params),
    get: (params = []) => native.get<never>(params),
    all: (params = []) => native.all<never>(params),
    close: () => native.close(),
  };
}

function cipherVersion(database: Database): string {
  const [row] = database.pragma('cipher_version');
  return row === undefined ? '' : String(Object.values(row)[0]);
}

function wrap(database: Database): SqlDatabase {
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => asStatement<SqlRow>(database.prepare(sql, { persistent: true })),
    pluck: (sql) => asStatement<SqlValue>(database.prepare(sql, { persistent: true, pluck: true })),
    pragma: (source) => database.pragma(source),
    transaction: (work) => {
      try {
        return database.transaction(work)();
      } catch (error) {
        throw firstError(error);
      }
    },
    exportTo: (path, key) => {
      const version = Object.values(database.pragma('user_version')[0] ?? {})[0];
      database.exec(`ATTACH '${path.replaceAll("'", "''")}' AS copy KEY "x'${key}'"`);
      try {
        database.exec(`SELECT sqlcipher_export('copy'); PRAGMA copy.user_version = ${Number(version)}`);
      } finally {
        database.exec('DETACH copy');
      }
    },
    close: () => database.close(),
  };
}

/** Signal's SQLCipher: every page encrypted and sealed with the raw key, so that a changed byte is noticed. */
export const sqlcipherDriver: SqlDriver = {
  inspect: inspectFile,
  open: (path, key) => {
    const database = new Database(path);
    try {
      database.pragma('cipher_log_level = NONE');
      database.pragma(`key = "x'${key}'"`);
      if (cipherVersion(database) === '') {
        throw new StoreError('not-encrypted', 'This SQLite has no encryption.');
      }
      return wrap(database);
    } catch (error) {
      database.close();
      throw error;
    }
  },
};

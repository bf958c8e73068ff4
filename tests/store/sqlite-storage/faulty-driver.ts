import type {
  SqlDatabase,
  SqlDriver,
  SqlRow,
  SqlStatement,
  SqlValue,
} from '../../../src-main/store/sqlite-storage/driver';
import { sqlcipherDriver } from '../../../src-main/store/sqlite-storage/sqlcipher-driver';

/** What the operating system may say to a write, as SQLite passes it on. */
export type Fault = 'SQLITE_FULL' | 'SQLITE_IOERR_WRITE' | 'SQLITE_READONLY' | 'SQLITE_BUSY';

/** A real driver whose writes can be made to fail: the call numbered `failAt` from now on, counted from 0. */
export interface FaultyDriver {
  readonly driver: SqlDriver;
  /** Writing calls since the last `arm`. */
  readonly calls: number;
  arm(fault: Fault, failAt: number): void;
  disarm(): void;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)/i;

export function faultyDriver(): FaultyDriver {
  let armed: { readonly fault: Fault; readonly failAt: number } | undefined;
  let calls = 0;

  function writing(): void {
    const call = calls;
    calls += 1;
    if (armed?.failAt === call) {
      throw Object.assign(new Error(`injected: ${armed.fault}`), { code: armed.fault });
    }
  }

  function wrapStatement<Row extends SqlRow | SqlValue>(
    sql: string,
    statement: SqlStatement<Row>,
  ): SqlStatement<Row> {
    if (!WRITES.test(sql)) return statement;
    return {
      ...statement,
      run: (params) => {
        writing();
        statement.run(params);
      },
      get: (params) => {
        writing();
        return statement.get(params);
      },
    };
  }

  function wrap(database: SqlDatabase): SqlDatabase {
    return {
      ...database,
      exec: (sql) => {
        if (WRITES.test(sql)) writing();
        database.exec(sql);
      },
      prepare: (sql) => wrapStatement(sql, database.prepare(sql)),
      pluck: (sql) => wrapStatement(sql, database.pluck(sql)),
      // The last call of a transaction stands for its COMMIT.
      transaction: (work) =>
        database.transaction(() => {
          const done = work();
          writing();
          return done;
        }),
    };
  }

  return {
    driver: { inspect: sqlcipherDriver.inspect, open: (path, key) => wrap(sqlcipherDriver.open(path, key)) },
    get calls() {
      return calls;
    },
    arm: (fault, failAt) => {
      armed = { fault, failAt };
      calls = 0;
    },
    disarm: () => {
      armed = undefined;
      calls = 0;
    },
  };
}

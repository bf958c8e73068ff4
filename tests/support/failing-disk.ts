import type { SqlDriver, SqlStatement } from '@main/store/sqlite-storage/driver';
import { sqlcipherDriver } from '@main/store/sqlite-storage/sqlcipher-driver';

/** The real driver over a disk of which some tables can no longer be read. */
export function failingDisk() {
  const disk = { seen: new Set<string>(), lost: new Set<string>() };
  const look = (sql: string): void => {
    const table = /\bFROM (\w+)/.exec(sql)?.[1] ?? '';
    disk.seen.add(table);
    if (disk.lost.has(table))
      throw Object.assign(new Error('a sector is gone'), { code: 'SQLITE_IOERR_READ' });
  };
  const watched = <Row>(sql: string, statement: SqlStatement<Row>): SqlStatement<Row> => ({
    ...statement,
    get: (params) => {
      look(sql);
      return statement.get(params);
    },
    all: (params) => {
      look(sql);
      return statement.all(params);
    },
  });
  const driver: SqlDriver = {
    ...sqlcipherDriver,
    open: (path, key) => {
      const database = sqlcipherDriver.open(path, key);
      return {
        ...database,
        prepare: (sql) => watched(sql, database.prepare(sql)),
        pluck: (sql) => watched(sql, database.pluck(sql)),
      };
    },
  };
  return { disk, driver };
}

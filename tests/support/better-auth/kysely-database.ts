import type { SqlDatabase, SqlValue } from '@main/store/sqlite-storage/driver';

/** Statements that answer rows. */
const reads = /^\s*(?:select|pragma|with)\b|\breturning\b/i;

const asSql = (value: unknown): SqlValue =>
  typeof value === 'boolean'
    ? Number(value)
    : value instanceof Date
      ? value.toISOString()
      : ((value ?? null) as SqlValue);

/**
 * Our own database as Better Auth's dialect for SQLite (Kysely's) takes one: it is told by `aggregate`, and asked by `prepare`.
 * Flags are bound as numbers, times as ISO 8601.
 */
export function kyselyDatabase(database: SqlDatabase) {
  return {
    aggregate: null,
    close: () => undefined,
    prepare(sql: string) {
      const statement = database.prepare(sql);
      const bound = (params: readonly unknown[]): SqlValue[] => params.map(asSql);
      return {
        reader: reads.test(sql),
        all: (params: readonly unknown[]) => statement.all(bound(params)),
        run: (params: readonly unknown[]) => {
          statement.run(bound(params));
          const told = database.prepare('SELECT changes() AS changes, last_insert_rowid() AS last').get();
          return { changes: told?.changes ?? 0, lastInsertRowid: told?.last ?? 0 };
        },
        iterate: (params: readonly unknown[]) => statement.all(bound(params)).values(),
      };
    },
  };
}

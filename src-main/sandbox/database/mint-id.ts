import { type IdPrefix, makeId } from './make-id';
import { createRandom } from './random';
import type { SqlSession } from './sql-session';

/**
 * Mints the id of a record made at run time.
 *
 * Drawn from a counter in the database, so that ids never repeat across restarts and the same history of calls gives
 * the same ids (given the same clock).
 */
export const mintId = (db: SqlSession, prefix: IdPrefix, at: number): string => {
  db.run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'minted'");
  const row = db.first<{ value: string }>("SELECT group_concat(value, '/') AS value FROM meta");
  return makeId(prefix, at, createRandom(`minted/${row?.value ?? ''}`));
};

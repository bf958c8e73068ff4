import type { CollectionTable } from './collection-table';

/** Tombstones removed in one go; more would hold up the process for too long. */
const BATCH = 5000;

/**
 * Removes tombstones last written before `before` (Unix milliseconds).
 *
 * @returns whether none of them is left.
 */
export function purgeDeleted(table: CollectionTable, before: number): boolean {
  const { file, name } = table;
  return file.transaction(() => {
    const rowIds = file.column(
      `SELECT rid FROM ${name} WHERE deleted = 1 AND lwt <= ? ORDER BY lwt LIMIT ?`,
      [before, BATCH],
    );
    for (const rowId of rowIds) file.run(`DELETE FROM ${name} WHERE rid = ?`, [rowId]);
    return rowIds.length < BATCH;
  });
}

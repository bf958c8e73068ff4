import type { IdentificationRow, UserRow } from '../database/rows';
import type { Scope } from '../kit/scope';
import { userView } from './user-view';

/** Shows users with everything they are known by, which is read at once for all of them. */
export const userViews = ({ db, instance }: Scope, rows: readonly UserRow[]): readonly object[] => {
  const known = new Map<string, IdentificationRow[]>();
  const found = db.all<IdentificationRow>(
    'SELECT * FROM identifications WHERE user_id IN (SELECT value FROM json_each(?)) ORDER BY rowid',
    [JSON.stringify(rows.map(({ id }) => id))],
  );
  for (const each of found) {
    const own = known.get(each.user_id);
    if (own === undefined) known.set(each.user_id, [each]);
    else own.push(each);
  }
  const directories = rows.some(({ directory }) => directory) ? enabledDirectories(db, instance) : new Map();
  return rows.map((row) => userView(row, known.get(row.id) ?? [], directories));
};

const enabledDirectories = (db: Scope['db'], instance: string): ReadonlyMap<string, boolean> =>
  new Map(
    db
      .all<{ readonly id: string; readonly enabled: number }>(
        `SELECT id, data ->> '$.enabled' AS enabled FROM small_records WHERE instance = ? AND kind = 'directory'`,
        [instance],
      )
      .map(({ id, enabled }) => [id, enabled === 1]),
  );

/** Shows one user. */
export const showUser = (scope: Scope, row: UserRow): object => userViews(scope, [row])[0] ?? {};

import type { RoleRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

/** Finds a role by id or by key. Refuses with 404, naming the parameter where one is given. */
export const findRole = (
  { db, instance }: Scope,
  by: { readonly id: string } | { readonly key: string; readonly param: string },
): Outcome<RoleRow> => {
  const byId = 'id' in by;
  const row = db.first<RoleRow>(`SELECT * FROM roles WHERE instance = ? AND ${byId ? 'id' : 'key'} = ?`, [
    instance,
    byId ? by.id : by.key,
  ]);
  return row === undefined ? refusals.roleNotFound(byId ? undefined : by.param) : { ok: true, value: row };
};

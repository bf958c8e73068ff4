import type { PermissionRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

/** Finds a permission by id. Refuses with 404. */
export const findPermission = ({ db, instance }: Scope, id: string): Outcome<PermissionRow> => {
  const row = db.first<PermissionRow>('SELECT * FROM permissions WHERE instance = ? AND id = ?', [
    instance,
    id,
  ]);
  return row === undefined ? refusals.permissionNotFound() : { ok: true, value: row };
};

import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';

/** Finds a user by id. Refuses with 404. */
export const findUser = ({ db, instance }: Scope, id: string): Outcome<UserRow> => {
  const row = db.first<UserRow>('SELECT * FROM users WHERE instance = ? AND id = ?', [instance, id]);
  return row === undefined ? refusals.userNotFound(id) : { ok: true, value: row };
};

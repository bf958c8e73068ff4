import type { UserRow } from '../database/rows';
import type { Outcome } from './outcome';
import { refusals } from './refusals';
import type { Scope } from './scope';

/** Finds a user by id. Refuses with 404. */
export const findUser = ({ db, instance }: Scope, id: string): Outcome<UserRow> => {
  const row = db.first<UserRow>('SELECT * FROM users WHERE instance = ? AND id = ?', [instance, id]);
  return row === undefined ? refusals.userNotFound(id) : { ok: true, value: row };
};

import type { Outcome } from './outcome';
import { refusals } from './refusals';
import type { Scope } from './scope';

const columns = {
  email_address: 'email',
  phone_number: 'phone',
  username: 'username',
  external_id: 'external_id',
};

/** What identifies a user; each is unique in the instance. Null and undefined are not checked. */
export type UserIdentifiers = { readonly [Key in keyof typeof columns]?: string | null | undefined };

/** Refuses (422 `form_identifier_exists`) an identifier that another user has. @param self id of the edited user. */
export const checkUserFields = (
  { db, instance }: Scope,
  identifiers: UserIdentifiers,
  self = '',
): Outcome<null> => {
  for (const [param, column] of Object.entries(columns)) {
    const value = identifiers[param as keyof typeof columns];
    if (!value) continue;
    const sql = `SELECT count(*) FROM users WHERE instance = ? AND ${column} = ? AND id <> ?`;
    if (db.count(sql, [instance, value, self]) > 0) return refusals.identifierExists(param);
  }
  return { ok: true, value: null };
};

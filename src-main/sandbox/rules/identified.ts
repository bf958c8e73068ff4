import type { IdentificationRow, UserRow } from '../database/rows';
import type { Scope } from '../kit/scope';
import { contains } from './contains';
import type { Condition } from './select-page';

type Kind = 'email_address' | 'phone_number' | 'web3_wallet';

/** Columns of `users` that hold the primary one. */
const primaryColumns = { email_address: 'email', phone_number: 'phone', web3_wallet: undefined } as const;

/**
 * Condition: the user is known by one of the values, be it as the primary one or a further one. None without values.
 *
 * @param table alias of `users` in the query.
 */
export const knownBy = (
  table: string,
  kind: Kind,
  values: readonly string[] | undefined,
): readonly Condition[] => {
  if (values === undefined) return [];
  const list = JSON.stringify(values);
  const among = 'IN (SELECT value FROM json_each(?))';
  const further = `${table}.id IN (SELECT user_id FROM identifications WHERE kind = ? AND value ${among})`;
  const column = primaryColumns[kind];
  return column === undefined
    ? [{ sql: further, values: [kind, list] }]
    : [{ sql: `${table}.${column} ${among} OR ${further}`, values: [list, kind, list] }];
};

/** Condition: the text is part of one of the columns, or of a further identification of the kinds. */
export const knownLike = (
  table: string,
  kinds: readonly Kind[],
  text: string | undefined,
  columns: readonly string[],
): readonly Condition[] =>
  contains(text, columns).map(({ sql, values }) => ({
    sql: `${sql} OR ${table}.id IN (SELECT user_id FROM identifications
            WHERE kind IN (SELECT value FROM json_each(?)) AND value LIKE ? ESCAPE '\\')`,
    values: [...values, JSON.stringify(kinds), values[0] ?? ''],
  }));

/** Condition: the user has one of the accounts at a provider. */
export const linkedTo = (provider: string, accounts: readonly string[]): Condition => ({
  sql: `t.id IN (SELECT user_id FROM identifications WHERE kind = 'external_account' AND provider = ?
          AND value IN (SELECT value FROM json_each(?)))`,
  values: [provider, JSON.stringify(accounts)],
});

/** The user who is known by an e-mail address. */
export const userOf = ({ db, instance }: Scope, address: string): UserRow | undefined => {
  const [known] = knownBy('u', 'email_address', [address]);
  return db.first<UserRow>(`SELECT u.* FROM users u WHERE u.instance = ? AND (${known?.sql})`, [
    instance,
    ...(known?.values ?? []),
  ]);
};

/** Every e-mail address of a user. */
export const addressesOf = ({ db }: Scope, user: UserRow): readonly string[] => {
  const further = db.all<Pick<IdentificationRow, 'value'>>(
    "SELECT value FROM identifications WHERE user_id = ? AND kind = 'email_address'",
    [user.id],
  );
  return [...(user.email === null ? [] : [user.email]), ...further.map(({ value }) => value)];
};

import type { UserRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { knownBy } from './identified';
import type { Condition } from './select-page';

/** What identifies a user; each value is unique in the instance. Null and undefined are not checked. */
export type UserIdentifiers = {
  readonly email_address?: readonly string[] | undefined;
  readonly phone_number?: readonly string[] | undefined;
  readonly web3_wallet?: readonly string[] | undefined;
  readonly username?: string | null | undefined;
  readonly external_id?: string | null | undefined;
};

const equals = (column: string, value: string | null | undefined): readonly Condition[] =>
  value ? [{ sql: `u.${column} = ?`, values: [value] }] : [];

/**
 * Refuses (422 `form_identifier_exists`) an identifier that another user has, or that is given twice.
 *
 * @param self id of the edited user.
 */
export const checkUserFields = (
  { db, instance }: Scope,
  identifiers: UserIdentifiers,
  self: UserRow['id'] = '',
): Outcome<null> => {
  const lists = ['email_address', 'phone_number', 'web3_wallet'] as const;
  const tests: readonly (readonly [string, readonly Condition[]])[] = [
    ...lists.map((kind) => [kind, knownBy('u', kind, identifiers[kind])] as const),
    ['username', equals('username', identifiers.username)],
    ['external_id', equals('external_id', identifiers.external_id)],
  ];
  for (const kind of lists) {
    const given = identifiers[kind] ?? [];
    if (new Set(given).size < given.length) return refusals.identifierExists(kind);
  }
  for (const [param, conditions] of tests) {
    for (const { sql, values } of conditions) {
      const count = `SELECT count(*) FROM users u WHERE u.instance = ? AND u.id <> ? AND (${sql})`;
      if (db.count(count, [instance, self, ...values]) > 0) return refusals.identifierExists(param);
    }
  }
  return { ok: true, value: null };
};

import type { MembershipRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { anyOf, bound } from './conditions';
import { contains } from './contains';
import { knownBy, knownLike } from './identified';
import { type Condition, selectPage } from './select-page';
import { signedIds } from './signed-ids';
import type { UserFilters } from './user-conditions';

/** Filters and paging of the membership lists, decoded; the instance-wide list takes the last three only. */
export type MembershipsQuery = Pick<
  UserFilters,
  | 'user_id'
  | 'email_address'
  | 'phone_number'
  | 'username'
  | 'web3_wallet'
  | 'query'
  | 'email_address_query'
  | 'phone_number_query'
  | 'username_query'
  | 'name_query'
  | 'last_active_at_before'
  | 'last_active_at_after'
  | 'created_at_before'
  | 'created_at_after'
> & {
  readonly role?: readonly string[] | undefined;
  readonly order_by: string;
  readonly limit: number;
  readonly offset: number;
};

const userColumns = ['u.email', 'u.phone', 'u.username', 'u.id', 'u.first_name', 'u.last_name'];

/**
 * Lists memberships of an organization, of a user, or of the instance.
 *
 * @param within the memberships to choose from, e.g. `t.organization_id = ?`.
 */
export const listMemberships = (
  scope: Scope,
  within: readonly Condition[],
  query: MembershipsQuery,
): Outcome<object> => {
  const where = [
    ...within,
    ...signedIds(query.user_id, 't.user_id IN (SELECT value FROM json_each(?))'),
    ...knownBy('u', 'email_address', query.email_address),
    ...knownBy('u', 'phone_number', query.phone_number),
    ...anyOf(query.username, 'u.username'),
    ...knownBy('u', 'web3_wallet', query.web3_wallet),
    ...(query.role === undefined
      ? []
      : [
          {
            sql: `t.role_id IN (SELECT r.id FROM roles r WHERE r.instance = t.instance
                    AND r.key IN (SELECT value FROM json_each(?)))`,
            values: [JSON.stringify(query.role)],
          },
        ]),
    ...knownLike('u', ['email_address', 'phone_number', 'web3_wallet'], query.query, userColumns),
    ...knownLike('u', ['email_address'], query.email_address_query, ['u.email']),
    ...knownLike('u', ['phone_number'], query.phone_number_query, ['u.phone']),
    ...contains(query.username_query, ['u.username']),
    ...contains(query.name_query, ["(coalesce(u.first_name, '') || ' ' || coalesce(u.last_name, ''))"]),
    ...bound(query.last_active_at_before, 'u.last_active_at <'),
    ...bound(query.last_active_at_after, 'u.last_active_at >'),
    ...bound(query.created_at_before, 'u.created_at <'),
    ...bound(query.created_at_after, 'u.created_at >'),
  ];
  const needsUsers = [...where.map(({ sql }) => sql), query.order_by].some((sql) => sql.includes('u.'));
  const { rows, total } = selectPage<MembershipRow>(scope, {
    table: 'memberships',
    joins: needsUsers ? 'JOIN users u ON u.instance = t.instance AND u.id = t.user_id' : '',
    where,
    orderBy: query.order_by,
    limit: query.limit,
    offset: query.offset,
  });
  return { ok: true, value: { data: membershipViews(scope, rows), total_count: total } };
};

import { anyOf, bound } from './conditions';
import { contains } from './contains';
import { knownBy, knownLike, linkedTo } from './identified';
import type { Condition } from './select-page';
import { signedIds } from './signed-ids';

/** Filters of `GET /users` and `GET /users/count`, decoded. Times are Unix milliseconds. */
export type UserFilters = {
  readonly user_id?: readonly string[] | undefined;
  readonly external_id?: readonly string[] | undefined;
  readonly email_address?: readonly string[] | undefined;
  readonly phone_number?: readonly string[] | undefined;
  readonly username?: readonly string[] | undefined;
  readonly web3_wallet?: readonly string[] | undefined;
  readonly organization_id?: readonly string[] | undefined;
  /** Together only: a provider and ids of accounts there. */
  readonly provider?: string | undefined;
  readonly provider_user_id?: readonly string[] | undefined;
  readonly query?: string | undefined;
  readonly email_address_query?: string | undefined;
  readonly phone_number_query?: string | undefined;
  readonly username_query?: string | undefined;
  readonly name_query?: string | undefined;
  readonly banned?: boolean | undefined;
  readonly last_active_at_before?: number | undefined;
  readonly last_active_at_after?: number | undefined;
  readonly last_active_at_since?: number | undefined;
  readonly created_at_before?: number | undefined;
  readonly created_at_after?: number | undefined;
  readonly last_sign_in_at_before?: number | undefined;
  readonly last_sign_in_at_after?: number | undefined;
};

/** The conditions that the filters stand for, on `users t`. */
export const userConditions = (filters: UserFilters): readonly Condition[] => [
  ...signedIds(filters.user_id, 't.id IN (SELECT value FROM json_each(?))'),
  ...signedIds(filters.external_id, "coalesce(t.external_id, '') IN (SELECT value FROM json_each(?))"),
  ...signedIds(
    filters.organization_id,
    `t.id IN (SELECT m.user_id FROM memberships m WHERE m.instance = t.instance
       AND m.organization_id IN (SELECT value FROM json_each(?)))`,
  ),
  ...knownBy('t', 'email_address', filters.email_address),
  ...knownBy('t', 'phone_number', filters.phone_number),
  ...anyOf(filters.username, 't.username'),
  ...knownBy('t', 'web3_wallet', filters.web3_wallet),
  ...(filters.provider === undefined ? [] : [linkedTo(filters.provider, filters.provider_user_id ?? [])]),
  ...knownLike('t', ['email_address', 'phone_number', 'web3_wallet'], filters.query, [
    't.email',
    't.phone',
    't.username',
    't.id',
    't.first_name',
    't.last_name',
  ]),
  ...knownLike('t', ['email_address'], filters.email_address_query, ['t.email']),
  ...knownLike('t', ['phone_number'], filters.phone_number_query, ['t.phone']),
  ...contains(filters.username_query, ['t.username']),
  ...contains(filters.name_query, ["(coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))"]),
  ...(filters.banned === undefined ? [] : [{ sql: 't.banned = ?', values: [Number(filters.banned)] }]),
  ...bound(filters.last_active_at_before, 't.last_active_at <'),
  ...bound(filters.last_active_at_after, 't.last_active_at >'),
  ...bound(filters.last_active_at_since, 't.last_active_at >='),
  ...bound(filters.created_at_before, 't.created_at <'),
  ...bound(filters.created_at_after, 't.created_at >'),
  ...bound(filters.last_sign_in_at_before, 't.last_sign_in_at <'),
  ...bound(filters.last_sign_in_at_after, 't.last_sign_in_at >'),
];

import { insertRows } from '../database/insert-rows';
import type { UserRow } from '../database/rows';
import type { Scope } from '../kit/scope';

/** Inserts a user inside a transaction; the caller has checked the rules. What is not given gets its default. */
export const addUser = (
  scope: Scope,
  given: Partial<Omit<UserRow, 'id' | 'email_id' | 'phone_id' | 'updated_at'>>,
): UserRow => {
  const at = scope.now();
  const row: UserRow = {
    id: scope.mint('user'),
    first_name: null,
    last_name: null,
    username: null,
    external_id: null,
    email: null,
    email_id: given.email ? scope.mint('idn') : null,
    phone: null,
    phone_id: given.phone ? scope.mint('idn') : null,
    locale: null,
    has_image: 0,
    banned: 0,
    locked: 0,
    password_enabled: 0,
    two_factor_enabled: 0,
    delete_self_enabled: 1,
    create_organization_enabled: 1,
    create_organizations_limit: null,
    bypass_client_trust: 0,
    public_metadata: '{}',
    private_metadata: '{}',
    unsafe_metadata: '{}',
    last_sign_in_at: null,
    last_active_at: null,
    legal_accepted_at: null,
    created_at: at,
    ...given,
    updated_at: at,
  };
  insertRows(scope.db, 'users', scope.instance, [row]);
  return row;
};

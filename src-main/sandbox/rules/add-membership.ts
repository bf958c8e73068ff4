import { insertRows } from '../database/insert-rows';
import type { MembershipRow } from '../database/rows';
import type { Scope } from '../kit/scope';

/** Inserts a membership, inside a transaction; the caller has checked the rules. */
export const addMembership = (
  scope: Scope,
  member: Pick<
    MembershipRow,
    'organization_id' | 'user_id' | 'role_id' | 'public_metadata' | 'private_metadata'
  >,
): MembershipRow => {
  const at = scope.now();
  const row = { id: scope.mint('orgmem'), ...member, created_at: at, updated_at: at };
  insertRows(scope.db, 'memberships', scope.instance, [row]);
  return row;
};

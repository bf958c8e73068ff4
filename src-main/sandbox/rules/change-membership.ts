import type { MembershipRow } from '../database/rows';
import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { bumped } from './bumped';
import { findMembership } from './find-membership';
import { mutate } from './mutate';

/** Whose membership of which organization. */
export type MembershipKey = { readonly organizationId: string; readonly userId: string };

/** Changes a membership: `change` says which columns, or why not. */
export const changeMembership = (
  scope: Scope,
  { organizationId, userId }: MembershipKey,
  change: (before: MembershipRow) => Outcome<Partial<MembershipRow>>,
): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findMembership(scope, organizationId, userId);
    if (!found.ok) return found;
    const before = found.value;
    const changed = change(before);
    if (!changed.ok) return changed;
    const set = { ...changed.value, updated_at: bumped(scope, before.updated_at) };
    updateRow(scope.db, 'memberships', { instance: scope.instance, id: before.id }, set);
    note({ entity: 'membership', verb: 'update', id: before.id, mark: `${organizationId} ${userId}` });
    return { ok: true, value: membershipViews(scope, [{ ...before, ...set }])[0] ?? {} };
  });

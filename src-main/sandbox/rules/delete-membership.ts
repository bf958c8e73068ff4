import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { membershipViews } from '../views/membership-views';
import { findMembership } from './find-membership';
import { isLastAdmin } from './is-last-admin';
import { mutate } from './mutate';

/** Removes a member; answers with the membership that was. Refuses to remove the last admin. */
export const deleteMembership = (scope: Scope, organizationId: string, userId: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findMembership(scope, organizationId, userId);
    if (!found.ok) return found;
    if (isLastAdmin(scope, found.value)) return refusals.lastAdmin();
    const view = membershipViews(scope, [found.value])[0] ?? {};
    scope.db.run('DELETE FROM memberships WHERE instance = ? AND id = ?', [scope.instance, found.value.id]);
    note({ entity: 'membership', verb: 'delete', id: found.value.id, mark: `${organizationId} ${userId}` });
    return { ok: true, value: view };
  });

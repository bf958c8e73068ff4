import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { organizationSettings } from '../views/organization-settings';
import { findRole } from './find-role';
import { mutate } from './mutate';

/** Deletes a role. Refuses (422) while it is a default, assigned to members, or in pending invitations. */
export const deleteRole = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRole(scope, { id });
    if (!found.ok) return found;
    const { db, instance } = scope;
    const settings = organizationSettings(scope);
    if (settings.creator_role_id === id) return refusals.roleIsCreator();
    if (settings.domains_default_role_id === id) return refusals.roleIsDomainDefault();
    if (db.count('SELECT count(*) FROM memberships WHERE instance = ? AND role_id = ?', [instance, id]) > 0)
      return refusals.roleHasMembers();
    const invited = db.count(
      "SELECT count(*) FROM invitations WHERE instance = ? AND role_id = ? AND status = 'pending'",
      [instance, id],
    );
    if (invited > 0) return refusals.roleInInvitations();
    db.run('DELETE FROM role_permissions WHERE instance = ? AND role_id = ?', [instance, id]);
    db.run('DELETE FROM invitations WHERE instance = ? AND role_id = ?', [instance, id]);
    db.run('DELETE FROM roles WHERE instance = ? AND id = ?', [instance, id]);
    note({ entity: 'role', verb: 'delete', id, mark: found.value.key });
    return { ok: true, value: { object: 'role', id, deleted: true } };
  });

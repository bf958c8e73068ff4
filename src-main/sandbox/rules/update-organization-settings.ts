import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { minimumPermissions } from '../views/minimum-permissions';
import { organizationSettings } from '../views/organization-settings';
import { organizationSettingsView } from '../views/organization-settings-view';
import { elevatedRoles } from './elevated-roles';
import { findRole } from './find-role';
import { mutate } from './mutate';

/** Body of `PATCH /instance/organization_settings`, decoded; null means unchanged. Roles by id. */
export type OrganizationSettingsPatch = {
  readonly enabled?: boolean | null | undefined;
  readonly max_allowed_memberships?: number | null | undefined;
  readonly admin_delete_enabled?: boolean | null | undefined;
  readonly domains_enabled?: boolean | null | undefined;
  readonly slug_disabled?: boolean | null | undefined;
  readonly domains_enrollment_modes?: readonly string[] | undefined;
  readonly creator_role_id?: string | null | undefined;
  readonly domains_default_role_id?: string | null | undefined;
};

/** Edits the organization settings. The creator role must hold the minimum permissions (422). */
export const updateOrganizationSettings = (scope: Scope, patch: OrganizationSettingsPatch): Outcome<object> =>
  mutate(scope, (note) => {
    for (const id of [patch.creator_role_id, patch.domains_default_role_id]) {
      const role = id ? findRole(scope, { id }) : undefined;
      if (role?.ok === false) return role;
    }
    if (patch.creator_role_id && !elevatedRoles(scope).includes(patch.creator_role_id))
      return refusals.creatorRoleLacks(minimumPermissions);
    const given = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== null && value !== undefined),
    );
    const next = { ...organizationSettings(scope), ...given };
    scope.db.run('UPDATE instances SET organization_settings = ? WHERE id = ?', [
      JSON.stringify(next),
      scope.instance,
    ]);
    note({ entity: 'settings', verb: 'update', id: scope.instance, mark: 'organization_settings' });
    return { ok: true, value: organizationSettingsView(scope) };
  });

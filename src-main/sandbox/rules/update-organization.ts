import { updateRow } from '../database/update-row';
import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';
import { organizationView } from '../views/organization-view';
import { bumped } from './bumped';
import { checkOrganizationFields } from './check-organization-fields';
import { findOrganization } from './find-organization';
import { mutate } from './mutate';

/** Body of `PATCH /organizations/{organization_id}`, decoded; null means unchanged. */
export type OrganizationPatch = {
  readonly name?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly max_allowed_memberships?: number | null | undefined;
  readonly admin_delete_enabled?: boolean | null | undefined;
  readonly created_at?: string | null | undefined;
  readonly role_set_key?: string | null | undefined;
};

/** Edits an organization. A seat limit below the present members is accepted and evicts nobody. */
export const updateOrganization = (scope: Scope, id: string, patch: OrganizationPatch): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findOrganization(scope, id);
    if (!found.ok) return found;
    const before = found.value;
    const checked = checkOrganizationFields(
      scope,
      { ...patch, name: patch.name ?? undefined, slug: patch.slug ?? undefined },
      before.id,
    );
    if (!checked.ok) return checked;
    const set = {
      name: patch.name ?? before.name,
      slug: patch.slug ?? before.slug,
      max_allowed_memberships: patch.max_allowed_memberships ?? before.max_allowed_memberships,
      admin_delete_enabled: Number(patch.admin_delete_enabled ?? before.admin_delete_enabled),
      created_at: patch.created_at ? Date.parse(patch.created_at) : before.created_at,
      role_set_key: patch.role_set_key ?? before.role_set_key,
      updated_at: bumped(scope, before.updated_at),
    };
    updateRow(scope.db, 'organizations', { instance: scope.instance, id: before.id }, set);
    note({ entity: 'organization', verb: 'update', id: before.id, mark: set.slug });
    return { ok: true, value: organizationView({ ...before, ...set }) };
  });

import type { OrganizationRow } from '../database/rows';
import type { Scope } from '../kit/scope';
import type { OrganizationExtras } from '../views/organization-view';
import { elevatedRoles } from './elevated-roles';
import { seats } from './seats';

/** Which optional fields of an organization a caller asked for. */
export type ExtrasWanted = {
  readonly include_members_count?: boolean | undefined;
  readonly include_missing_member_with_elevated_permissions?: boolean | undefined;
};

/** Makes the function that computes the optional fields of an organization. */
export const organizationExtras = (
  scope: Scope,
  wanted: ExtrasWanted,
): ((row: OrganizationRow) => OrganizationExtras) => {
  const elevated = wanted.include_missing_member_with_elevated_permissions ? elevatedRoles(scope) : undefined;
  return (row) => {
    const counted = wanted.include_members_count ? seats(scope, row) : undefined;
    const admins =
      elevated &&
      scope.db.count(
        `SELECT count(*) FROM memberships WHERE instance = ? AND organization_id = ?
           AND role_id IN (SELECT value FROM json_each(?))`,
        [scope.instance, row.id, JSON.stringify(elevated)],
      );
    return {
      ...(counted && { members_count: counted.members, pending_invitations_count: counted.pending }),
      ...(admins !== undefined && { missing_member_with_elevated_permissions: admins === 0 }),
    };
  };
};

import type { PageRequest } from '@main/sync/identity-port';
import type { EntityName } from '@shared/domain/entity';
import { z } from 'zod';
import { apiPath } from './api-call';
import { completeInvitation, completeMembership } from './complete-record';
import { decodeRecords } from './decode-records';
import { dataPage, type Endpoint, oneRecord } from './endpoint';
import { InvitationWire, readInvitation } from './wire/invitation-wire';
import { MembershipWire, readMembership } from './wire/membership-wire';
import { OrganizationWire, readOrganization } from './wire/organization-wire';
import { PermissionWire, RoleWire, readPermission, readRole } from './wire/role-wire';
import { readSettings, SettingsWire } from './wire/settings-wire';
import { readUser, UserWire } from './wire/user-wire';

/**
 * Oldest first: what is made during a walk lands behind it, so that only deletions shift what is still ahead.
 * A bare field name sorts upwards.
 */
const order = 'order_by=created_at';
const offsetPage = ({ limit, offset }: PageRequest): string => `${order}&limit=${limit}&offset=${offset}`;

const MembershipList = z.object({ data: z.array(z.unknown()).nullable() });
const users = z.array(z.unknown());

export const permissions: Endpoint<'permission'> = {
  pagePath: (page) => `/organization_permissions?${offsetPage(page)}`,
  decodePage: dataPage(PermissionWire, readPermission),
  onePath: ({ id }) => apiPath`/organization_permissions/${id}`,
  decodeOne: oneRecord(PermissionWire, readPermission),
};

/** How every entity is read (spec paths in each); null for what is a platform's and not an instance's. */
export const endpoints: { readonly [E in EntityName]: Endpoint<E> | null } = {
  organization: {
    pagePath: (page) => `/organizations?${offsetPage(page)}&include_members_count=true`,
    decodePage: dataPage(OrganizationWire, (wired) => readOrganization(wired)),
    onePath: ({ id }) => apiPath`/organizations/${id}?include_members_count=true`,
    decodeOne: oneRecord(OrganizationWire, readOrganization),
  },
  membership: {
    pagePath: (page) => `/organization_memberships?${offsetPage(page)}`,
    decodePage: dataPage(MembershipWire, readMembership),
    // There is no GET of one membership: the organization's list, filtered by the user, is the way to it.
    onePath: ({ organizationId, userId }) =>
      apiPath`/organizations/${organizationId}/memberships?user_id=${userId}&limit=1`,
    decodeOne: (body, known) => {
      const { id, userId } = known;
      const list = MembershipList.safeParse(body).data;
      if (list === undefined) return undefined;
      const completed = (list.data ?? []).map((raw) => completeMembership(raw, known));
      const { records, unread } = decodeRecords(completed, MembershipWire, readMembership);
      const found = records.find((record) => record.id === id);
      if (found !== undefined) return found;
      // Somebody else's membership: the filter was not heeded, so that nothing is said about this one.
      const asked = unread.length === 0 && records.every((record) => record.userId === userId);
      return asked ? null : undefined;
    },
    parentPath: ({ organizationId }) => apiPath`/organizations/${organizationId}`,
  },
  user: {
    pagePath: ({ limit, offset, startingAfter }) =>
      startingAfter === undefined
        ? `/users?${offsetPage({ limit, offset })}`
        : `/users?${order}&limit=${limit}${apiPath`&starting_after=${startingAfter}`}`,
    decodePage: (body) => {
      const decoded = users.safeParse(body);
      return decoded.success
        ? { ...decodeRecords(decoded.data, UserWire, readUser), total: null }
        : undefined;
    },
    onePath: ({ id }) => apiPath`/users/${id}`,
    decodeOne: oneRecord(UserWire, readUser),
  },
  invitation: {
    pagePath: (page) => `/organization_invitations?${offsetPage(page)}`,
    decodePage: dataPage(InvitationWire, readInvitation),
    onePath: ({ id, organizationId }) => apiPath`/organizations/${organizationId}/invitations/${id}`,
    decodeOne: oneRecord(InvitationWire, readInvitation, completeInvitation),
  },
  role: {
    pagePath: (page) => `/organization_roles?${offsetPage(page)}`,
    decodePage: dataPage(RoleWire, readRole),
    onePath: ({ id }) => apiPath`/organization_roles/${id}`,
    decodeOne: oneRecord(RoleWire, readRole),
  },
  permission: permissions,
  settings: {
    pagePath: () => '/instance/organization_settings',
    decodePage: (body) => {
      const decoded = SettingsWire.safeParse(body);
      return decoded.success ? { records: [readSettings(decoded.data)], unread: [], total: 1 } : undefined;
    },
    onePath: () => '/instance/organization_settings',
    decodeOne: oneRecord(SettingsWire, readSettings),
  },
  application: null,
};

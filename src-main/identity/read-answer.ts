import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { InvitationWire, readInvitation } from './wire/invitation-wire';
import { MembershipWire, readMembership } from './wire/membership-wire';
import { OrganizationWire, readOrganization } from './wire/organization-wire';
import { RoleWire, readRole } from './wire/role-wire';

/**
 * The record in the answer to a write; undefined when the answer cannot be understood. `known`: the row as it was, for the
 * counts that answers leave out.
 */
export function readAnswer(
  entity: EntityName,
  body: unknown,
  known?: StoredRecord,
): RemoteRecord | undefined {
  switch (entity) {
    case 'organization': {
      const decoded = OrganizationWire.safeParse(body).data;
      const counts = known !== undefined && 'membersCount' in known ? known : undefined;
      return decoded && readOrganization(decoded, counts);
    }
    case 'membership': {
      const decoded = MembershipWire.safeParse(body).data;
      return decoded && readMembership(decoded);
    }
    case 'invitation': {
      const decoded = InvitationWire.safeParse(body).data;
      return decoded && readInvitation(decoded);
    }
    case 'role': {
      const decoded = RoleWire.safeParse(body).data;
      return decoded && readRole(decoded);
    }
    case 'user':
    case 'permission':
    case 'settings':
    case 'application':
      return undefined;
  }
}

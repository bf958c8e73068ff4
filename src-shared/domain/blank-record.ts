import { assertNever } from '../assert-never';
import type { EntityName } from './entity';
import type { RecordId } from './ids';
import { noBranding } from './records/branding';
import type { RemoteRecord } from './records/record-map';

/** A record with nothing set: what a provisional record shows where its creation names no value. `at`: ms since 1970. */
export function blankRecord<E extends EntityName>(entity: E, id: RecordId, at: number): RemoteRecord<E>;
export function blankRecord(entity: EntityName, id: RecordId, at: number): RemoteRecord {
  const times = { createdAt: at, updatedAt: at };
  const texts = { key: '', name: '', description: '' };
  switch (entity) {
    case 'organization':
      return {
        id,
        name: '',
        slug: '',
        logo: '',
        membersCount: 0,
        pendingInvitationsCount: 0,
        maxAllowedMemberships: 0,
        adminDeleteEnabled: true,
        createdBy: '',
        branding: noBranding,
        publicMetadata: {},
        privateMetadata: {},
        ...times,
      };
    case 'membership':
      return {
        id,
        organizationId: id,
        organizationName: '',
        userId: id,
        userName: '',
        userEmail: '',
        role: '',
        roleName: '',
        publicMetadata: {},
        ...times,
      };
    case 'invitation':
      return {
        id,
        organizationId: id,
        email: '',
        role: '',
        roleName: '',
        status: 'pending',
        inviterId: '',
        expiresAt: 0,
        ...times,
      };
    case 'user':
      return {
        id,
        name: id,
        firstName: '',
        lastName: '',
        username: '',
        email: '',
        emails: [],
        phone: '',
        phones: [],
        banned: false,
        locked: false,
        deprovisioned: false,
        directoryId: '',
        twoFactorEnabled: false,
        createOrganizationEnabled: false,
        publicMetadata: {},
        lastSignInAt: 0,
        lastActiveAt: 0,
        ...times,
      };
    case 'role':
      return { id, ...texts, isCreatorEligible: false, permissionKeys: [], ...times };
    case 'permission':
      return { id, ...texts, type: 'user', ...times };
    case 'settings':
      return { id, values: {} };
    case 'application':
      return {
        id,
        name: '',
        instanceId: '',
        environment: 'development',
        domain: '',
        dns: '',
        config: {},
        configVersion: '',
      };
    default:
      return assertNever(entity);
  }
}

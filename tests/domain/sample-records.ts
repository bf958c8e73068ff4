import { noBranding } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';

/** A membership as the service holds it. */
export function membershipOf(over: Partial<RemoteRecord<'membership'>> = {}): RemoteRecord<'membership'> {
  return {
    id: RecordId.parse('orgmem_1'),
    organizationId: RecordId.parse('org_1'),
    organizationName: 'Acme',
    userId: RecordId.parse('user_1'),
    userName: 'Dana',
    userEmail: 'dana@acme.example',
    role: 'org:member',
    roleName: 'Member',
    publicMetadata: {},
    privateMetadata: {},
    createdAt: 1,
    updatedAt: 1,
    ...over,
  };
}

/** An organization as the service holds it. */
export function organizationOf(
  over: Partial<RemoteRecord<'organization'>> = {},
): RemoteRecord<'organization'> {
  return {
    id: RecordId.parse('org_1'),
    name: 'Acme',
    slug: 'acme',
    logo: '',
    membersCount: 3,
    pendingInvitationsCount: 1,
    maxAllowedMemberships: 10,
    adminDeleteEnabled: true,
    roleSetKey: '',
    createdBy: 'user_1',
    branding: noBranding,
    publicMetadata: { tier: 'gold' },
    privateMetadata: {},
    createdAt: 1,
    updatedAt: 1,
    ...over,
  };
}

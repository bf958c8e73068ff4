import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { type ApiCall, apiPath } from './api-call';

/** The call that deletes a record (an invitation: revokes it); null for what cannot be deleted. Pure. */
export function deletionCall(entity: EntityName, record: StoredRecord): ApiCall | null {
  const { id } = record;
  if (entity === 'organization') return { method: 'DELETE', path: apiPath`/organizations/${id}` };
  if (entity === 'role') return { method: 'DELETE', path: apiPath`/organization_roles/${id}` };
  if (entity === 'membership' && 'userId' in record) {
    const path = apiPath`/organizations/${record.organizationId}/memberships/${record.userId}`;
    return { method: 'DELETE', path };
  }
  if (entity === 'invitation' && 'organizationId' in record) {
    const path = apiPath`/organizations/${record.organizationId}/invitations/${id}/revoke`;
    return { method: 'POST', path, json: {} };
  }
  return null;
}

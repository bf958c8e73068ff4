import type { RemoteCall } from '@main/reconcile/identity-port';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { brandingKey } from '@shared/domain/records/branding';
import { type ApiCall, apiPath } from './api-call';
import { logoForm } from './logo-form';

export type UpdateCall = Extract<RemoteCall, { verb: 'update' }>;

const organizationFields: Readonly<Record<string, string>> = {
  name: 'name',
  slug: 'slug',
  maxAllowedMemberships: 'max_allowed_memberships',
  adminDeleteEnabled: 'admin_delete_enabled',
};
const brandingPrefix = `${brandingKey}.`;

/**
 * The call that sets one field; null for a field that cannot be set, or a value that it cannot take. `permissionIds`: by
 * permission key, for the permissions of a role, which the service replaces as a whole. Pure.
 */
export function updateCall(call: UpdateCall, permissionIds: ReadonlyMap<string, string>): ApiCall | null {
  const { entity, record, field, value } = call;
  const { id } = record;
  if (entity === 'organization') return organizationCall(id, field, value);
  if (entity === 'membership' && field === 'role' && 'userId' in record) {
    const path = apiPath`/organizations/${record.organizationId}/memberships/${record.userId}`;
    return { method: 'PATCH', path, json: { role: value } };
  }
  if (entity === 'role') {
    const path = apiPath`/organization_roles/${id}`;
    if (field === 'name' || field === 'description')
      return { method: 'PATCH', path, json: { [field]: value } };
    if (field === 'permissionKeys' && isJsonArray(value)) {
      const permissions = value.map((key) => permissionIds.get(String(key)) ?? String(key));
      return { method: 'PATCH', path, json: { permissions } };
    }
  }
  return null;
}

function organizationCall(id: string, field: string, value: JsonValue): ApiCall | null {
  const wired = organizationFields[field];
  if (wired !== undefined) {
    return { method: 'PATCH', path: apiPath`/organizations/${id}`, json: { [wired]: value } };
  }
  if (field.startsWith(brandingPrefix)) {
    // Metadata is merged deeply, and null takes a key out (spec: `MergeOrganizationMetadata`).
    const branding = { [field.slice(brandingPrefix.length)]: value === '' ? null : value };
    const json = { public_metadata: { [brandingKey]: branding } };
    return { method: 'PATCH', path: apiPath`/organizations/${id}/metadata`, json };
  }
  if (field !== 'logo') return null;
  const path = apiPath`/organizations/${id}/logo`;
  if (value === '') return { method: 'DELETE', path };
  const form = typeof value === 'string' ? logoForm(value) : null;
  return form && { method: 'PUT', path, form };
}

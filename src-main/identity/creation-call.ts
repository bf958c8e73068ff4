import type { EntityName } from '@shared/domain/entity';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import { brandingKey } from '@shared/domain/records/branding';
import { type ApiCall, apiPath } from './api-call';

/** Names of a creation's values on the wire; values that are not there are not sent. */
type Renaming = Readonly<Record<string, string>>;

const organization: Renaming = {
  name: 'name',
  slug: 'slug',
  createdBy: 'created_by',
  maxAllowedMemberships: 'max_allowed_memberships',
  privateMetadata: 'private_metadata',
};
const membership: Renaming = { userId: 'user_id', role: 'role', publicMetadata: 'public_metadata' };
const invitation: Renaming = {
  email: 'email_address',
  role: 'role',
  inviterId: 'inviter_user_id',
  publicMetadata: 'public_metadata',
  redirectUrl: 'redirect_url',
  expiresInDays: 'expires_in_days',
  notify: 'notify',
};
const role: Renaming = { key: 'key', name: 'name', description: 'description' };

/**
 * The call that creates a record with these values (spec: POST of `/organizations`, `…/memberships`, `…/invitations`,
 * `/organization_roles`); null for what the service does not let be created. The permissions of a role are ids on the wire:
 * the caller adds them. Pure.
 */
export function creationCall(entity: EntityName, values: JsonObject): ApiCall | null {
  const organizationId = textOf(values, 'organizationId');
  switch (entity) {
    case 'organization':
      return {
        method: 'POST',
        path: '/organizations',
        json: { ...rename(values, organization), ...publicMetadata(values) },
      };
    case 'membership':
      return {
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/memberships`,
        json: rename(values, membership),
      };
    case 'invitation':
      return {
        method: 'POST',
        path: apiPath`/organizations/${organizationId}/invitations`,
        json: rename(values, invitation),
      };
    case 'role':
      return { method: 'POST', path: '/organization_roles', json: rename(values, role) };
    case 'user':
    case 'permission':
    case 'settings':
    case 'application':
      return null;
  }
}

/** A text among values; '' when there is none. */
export function textOf(values: JsonObject, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** Empty texts mean "not set", so they are left out: the service would refuse an empty slug. */
function rename(values: JsonObject, names: Renaming): Record<string, JsonValue> {
  const renamed: Record<string, JsonValue> = {};
  for (const [field, name] of Object.entries(names)) {
    const value = values[field];
    if (value !== undefined && value !== null && value !== '') renamed[name] = value;
  }
  return renamed;
}

/** Branding lives in public metadata, under a key of its own. */
function publicMetadata(values: JsonObject): JsonObject {
  const branding = Object.fromEntries(
    Object.entries(objectOf(values.branding)).filter(([, value]) => value !== ''),
  );
  const metadata = {
    ...objectOf(values.publicMetadata),
    ...(Object.keys(branding).length > 0 && { [brandingKey]: branding }),
  };
  return Object.keys(metadata).length > 0 ? { public_metadata: metadata } : {};
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return value !== undefined && value !== null && typeof value === 'object' && !isJsonArray(value)
    ? value
    : {};
}

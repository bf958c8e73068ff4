import type { FromDirectory } from '@main/sandbox/database/rows';
import type { CopiedContact, CopiedUser } from '@main/sandbox/twin/copied-world';
import type { JsonObject } from '@shared/domain/json';
import { brandingKey } from '@shared/domain/models/organization';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { asText, flagged, orNever, orNull, timesOf } from './copied-rows';

type Minted = (prefix: string, of: string) => string;

/** Who manages them; of one that is out, and of whose directory nobody knows, that alone. What that calls them no copy tells. */
function directoryOf(
  { id, directoryId, deprovisioned }: RemoteRecord<'user'>,
  minted: Minted,
): string | null {
  if (directoryId === '' && !deprovisioned) return null;
  const from: FromDirectory = {
    id: directoryId,
    externalId: directoryId === '' ? '' : minted('scim', id),
    out: deprovisioned,
  };
  return JSON.stringify(from);
}

export function userRow(user: RemoteRecord<'user'>, at: number, minted: Minted): CopiedUser {
  const { unverified } = user;
  // Rows that were stored before all addresses were kept know the primary one alone.
  const contacts = (primary: string, all: readonly string[]): readonly CopiedContact[] =>
    [...new Set([primary, ...all])]
      .filter((value) => value !== '')
      .map((value) => ({ value, verified: !unverified.includes(value) }));
  return {
    id: user.id,
    first_name: orNull(user.firstName),
    last_name: orNull(user.lastName),
    username: orNull(user.username),
    external_id: orNull(user.externalId),
    email: orNull(user.email),
    phone: orNull(user.phone),
    emails: contacts(user.email, user.emails),
    phones: contacts(user.phone, user.phones),
    locale: orNull(user.locale),
    has_image: flagged(user.picture !== ''),
    banned: flagged(user.banned),
    locked: flagged(user.locked),
    password_enabled: flagged(user.passwordEnabled),
    two_factor_enabled: flagged(user.twoFactorEnabled),
    delete_self_enabled: flagged(user.deleteSelfEnabled),
    create_organization_enabled: flagged(user.createOrganizationEnabled),
    create_organizations_limit: user.createOrganizationsLimit,
    bypass_client_trust: 0,
    public_metadata: asText(user.publicMetadata),
    private_metadata: asText(user.privateMetadata),
    unsafe_metadata: asText(user.unsafeMetadata),
    last_sign_in_at: orNever(user.lastSignInAt),
    last_active_at: orNever(user.lastActiveAt),
    legal_accepted_at: orNever(user.legalAcceptedAt),
    directory: directoryOf(user, minted),
    ...timesOf(user, at),
  };
}

/** What is set of a branding; it stands in the public metadata, as Tenantry keeps it there. */
const brandingOf = (branding: JsonObject): JsonObject => {
  const set = Object.entries(branding).filter(([, value]) => value !== '');
  return set.length === 0 ? {} : { [brandingKey]: Object.fromEntries(set) };
};

export const organizationRow = (record: RemoteRecord<'organization'>, at: number) => ({
  id: record.id,
  name: record.name,
  slug: record.slug,
  created_by: orNull(record.createdBy),
  hasImage: record.logo !== '',
  max_allowed_memberships: record.maxAllowedMemberships,
  admin_delete_enabled: flagged(record.adminDeleteEnabled),
  role_set_key: orNull(record.roleSetKey),
  public_metadata: asText({ ...brandingOf(record.branding), ...record.publicMetadata }),
  private_metadata: asText(record.privateMetadata),
  last_active_at: null,
  ...timesOf(record, at),
});

/** The id of a role by its key; '' for one that is not there. */
export type RoleId = (key: string) => string;

export const membershipRow = (record: RemoteRecord<'membership'>, roleId: RoleId, at: number) => ({
  id: record.id,
  organization_id: record.organizationId,
  user_id: record.userId,
  role_id: roleId(record.role),
  public_metadata: asText(record.publicMetadata),
  private_metadata: asText(record.privateMetadata),
  ...timesOf(record, at),
});

export const invitationRow = (record: RemoteRecord<'invitation'>, roleId: RoleId, at: number) => ({
  id: record.id,
  organization_id: record.organizationId,
  email: record.email,
  role_id: roleId(record.role),
  inviter_id: orNull(record.inviterId),
  status: record.status === 'expired' ? 'pending' : record.status,
  url: null,
  public_metadata: '{}',
  private_metadata: '{}',
  expires_at: orNever(record.expiresAt),
  ...timesOf(record, at),
});

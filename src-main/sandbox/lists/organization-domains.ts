import type { OrganizationRow } from '../database/rows';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import { rowsById } from '../kit/rows-by-id';
import type { Scope } from '../kit/scope';
import { findOrganization } from '../rules/find-organization';
import { mutate } from '../rules/mutate';
import {
  addRecord,
  changeRecord,
  dropRecord,
  findRecord,
  recordsWith,
  type SmallList,
  type SmallRecord,
} from '../rules/small-list';
import { publicOrganization } from '../views/invitation-views';
import { organizationSettings } from '../views/organization-settings';

/** A domain of an organization; `ownership` is null until somebody tried to prove it. */
export interface OrganizationDomain {
  readonly organization_id: string;
  readonly name: string;
  readonly enrollment_mode: string;
  readonly verified: boolean;
  readonly affiliation_email_address: string | null;
  readonly ownership: { readonly strategy: string; readonly verified_at: number | null } | null;
}

export const organizationDomains: SmallList<OrganizationDomain> = {
  kind: 'organizationDomain',
  prefix: 'orgdmn',
  mark: ({ name }) => name,
  notFound: 'Given organization domain not found.',
};

const verification = (verified: boolean, strategy: string, verifiedAt: number | null = null) => ({
  status: verified ? 'verified' : 'unverified',
  strategy,
  attempts: null,
  expire_at: null,
  verified_at: verifiedAt,
});

/** Shows domains with the organizations they belong to (spec: `components/schemas/OrganizationDomain`). */
export const domainViews = (scope: Scope, records: readonly SmallRecord<OrganizationDomain>[]) => {
  const owners = rowsById<OrganizationRow>(
    scope,
    'organizations',
    records.map(({ data }) => data.organization_id),
  );
  return records.map(({ id, data, created_at, updated_at }) => {
    const { ownership, verified, ...shown } = data;
    const owner = owners.get(data.organization_id);
    const affiliation = verification(
      verified,
      data.affiliation_email_address === null ? 'manual_override' : 'affiliation_email_code',
    );
    return {
      object: 'organization_domain',
      id,
      ...shown,
      affiliation_verification: affiliation,
      ownership_verification:
        ownership && verification(ownership.verified_at !== null, ownership.strategy, ownership.verified_at),
      verification: affiliation,
      total_pending_invitations: 0,
      total_pending_suggestions: 0,
      ...(owner === undefined ? { public_organization_data: null } : publicOrganization(owner)),
      created_at,
      updated_at,
    };
  });
};

/** Ways of enrolment that the instance takes: by invitation always, single sign-on as its connections do. */
const refuseMode = (scope: Scope, mode: string): Outcome<null> =>
  ['manual_invitation', 'enterprise_sso', ...organizationSettings(scope).domains_enrollment_modes].includes(
    mode,
  )
    ? { ok: true, value: null }
    : refusals.enrollmentModeOff(mode);

export interface DomainDraft {
  readonly name: string;
  readonly enrollment_mode: string;
  readonly verified?: boolean | null | undefined;
}

/** Adds a domain to an organization, verified unless told otherwise. */
export const createDomain = (scope: Scope, organization: string, draft: DomainDraft): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findOrganization(scope, organization);
    if (!found.ok) return found;
    const { domains_enabled: on, max_allowed_domains: max } = organizationSettings(scope);
    if (!on) return refusals.organizationDomainsOff();
    const mode = refuseMode(scope, draft.enrollment_mode);
    if (!mode.ok) return mode;
    const name = draft.name.toLowerCase();
    if (recordsWith(scope, organizationDomains, 'name', name).length > 0)
      return refusals.duplicateRecord('organization domain', name, 'name');
    if (recordsWith(scope, organizationDomains, 'organization_id', found.value.id).length >= max)
      return refusals.domainQuotaExceeded(max);
    const data: OrganizationDomain = {
      organization_id: found.value.id,
      name,
      enrollment_mode: draft.enrollment_mode,
      verified: draft.verified ?? true,
      affiliation_email_address: null,
      ownership: null,
    };
    const made = addRecord(scope, organizationDomains, data, note);
    return { ok: true, value: domainViews(scope, [made])[0] ?? {} };
  });

const findInside = (
  scope: Scope,
  { organization, domain }: { readonly organization: string; readonly domain: string },
): Outcome<SmallRecord<OrganizationDomain>> => {
  const owner = findOrganization(scope, organization);
  if (!owner.ok) return owner;
  const found = findRecord(scope, organizationDomains, domain);
  return found.ok && found.value.data.organization_id !== owner.value.id
    ? refusals.notFound(organizationDomains.notFound)
    : found;
};

export interface DomainPatch {
  readonly enrollment_mode?: string | null | undefined;
  readonly verified?: boolean | null | undefined;
}

type DomainPath = Parameters<typeof findInside>[1];

/** Edits how people are enrolled by a domain, and whether its affiliation counts as verified. */
export const updateDomain = (scope: Scope, at: DomainPath, patch: DomainPatch): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findInside(scope, at);
    if (!found.ok) return found;
    const before = found.value.data;
    const mode = refuseMode(scope, patch.enrollment_mode ?? 'manual_invitation');
    if (!mode.ok) return mode;
    const data = {
      ...before,
      enrollment_mode: patch.enrollment_mode ?? before.enrollment_mode,
      verified: patch.verified ?? before.verified,
    };
    const changed = changeRecord(scope, organizationDomains, found.value, data, note);
    return { ok: true, value: domainViews(scope, [changed])[0] ?? {} };
  });

/** Marks ownership as verified by hand; nothing changes where it is. */
export const verifyOwnership = (scope: Scope, at: DomainPath): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findInside(scope, at);
    if (!found.ok) return found;
    const { value: before } = found;
    const done =
      before.data.ownership?.verified_at != null
        ? before
        : changeRecord(
            scope,
            organizationDomains,
            before,
            { ...before.data, ownership: { strategy: 'manual_override', verified_at: scope.now() } },
            note,
          );
    return { ok: true, value: domainViews(scope, [done])[0] ?? {} };
  });

export const deleteDomain = (scope: Scope, at: DomainPath): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findInside(scope, at);
    if (!found.ok) return found;
    dropRecord(scope, organizationDomains, found.value, note);
    return { ok: true, value: { object: 'organization_domain', id: found.value.id, deleted: true } };
  });

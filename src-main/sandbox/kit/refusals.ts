import { refuse } from './refuse';

/**
 * The refusals of the service, by name.
 *
 * Codes, texts and statuses: clerk.com/docs/guides/development/errors/backend-api. Where that index names a status
 * which the OpenAPI spec does not declare for the operation, the spec's status is used (the last admin: 422, not 400).
 */
export const refusals = {
  keyMissing: () =>
    refuse(
      401,
      'authorization_header_format_invalid',
      'Invalid Authorization header format',
      "Invalid Authorization header format. Must be 'Bearer <YOUR_API_KEY>'",
    ),
  keyInvalid: () => {
    const text = 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.';
    return refuse(401, 'clerk_key_invalid', text, text);
  },
  notFound: (longMessage: string, param?: string) =>
    refuse(404, 'resource_not_found', 'not found', longMessage, param),
  duplicateRecord: (what: string, value: string, param: string) =>
    refuse(400, 'duplicate_record', `duplicate ${what}`, `${value} is there already.`, param),
  wrongState: (status: 400 | 409, code: string, longMessage: string) =>
    refuse(status, code, 'not possible now', longMessage),
  organizationNotFound: () => refuse(404, 'resource_not_found', 'not found', 'Given organization not found.'),
  userNotFound: (id: string) =>
    refuse(404, 'resource_not_found', 'not found', `No user was found with id ${id}.`),
  membershipNotFound: () =>
    refuse(404, 'resource_not_found', 'not found', 'Given organization membership not found.'),
  invitationNotFound: () =>
    refuse(404, 'resource_not_found', 'not found', 'Given organization invitation not found.'),
  roleNotFound: (param?: string) =>
    refuse(404, 'resource_not_found', 'not found', 'Organization role not found', param),
  permissionNotFound: (param?: string) =>
    refuse(404, 'resource_not_found', 'not found', 'Organization permission not found', param),
  organizationsDisabled: () =>
    refuse(
      403,
      'organization_not_enabled_in_instance',
      'access denied',
      'The organizations feature is not enabled for this instance.',
    ),
  rateLimited: () =>
    refuse(429, 'too_many_requests', 'Too many requests', 'Too many requests. Please try again in a bit.'),
  bodyInvalid: () =>
    refuse(
      400,
      'request_body_invalid',
      'Request body invalid',
      'The request body is invalid. Please consult the API documentation for more information.',
    ),
  contentTypeUnsupported: (actual: string) =>
    refuse(
      415,
      'unsupported_content_type',
      'Content-Type is unsupported',
      `Content-Type ${actual} is unsupported. You should use application/json instead.`,
    ),
  tooLarge: (bytes: number) =>
    refuse(
      413,
      'request_body_too_large',
      'Request body too large',
      `The request body exceeds the maximum allowed size of ${bytes} bytes.`,
    ),
  nothingToKnowBy: () =>
    refuse(
      422,
      'form_data_missing',
      'missing data',
      'An email_address, phone_number, web3_wallet or username is needed to create a user.',
    ),
  identifierExists: (param: string) =>
    refuse(
      422,
      'form_identifier_exists',
      `That ${param} is taken. Please try another.`,
      `That ${param} is taken. Please try another.`,
      param,
    ),
  paramInvalid: (param: string, longMessage: string) =>
    refuse(422, 'form_param_value_invalid', 'is invalid', longMessage, param),
  paramFormat: (param: string, longMessage: string) =>
    refuse(422, 'form_param_format_invalid', 'is invalid', longMessage, param),
  metadataTooLarge: (param: string) =>
    refuse(
      422,
      'form_param_exceeds_allowed_size',
      'exceeds allowed size',
      `${param} exceeds the allowed size of 8KB.`,
      param,
    ),
  alreadyMember: (who: string) =>
    refuse(
      400,
      'already_a_member_in_organization',
      'already a member',
      `${who} is already a member of the organization.`,
    ),
  seatsExceeded: (limit: number) =>
    refuse(
      403,
      'organization_membership_quota_exceeded',
      'organization membership quota exceeded',
      `You have reached your limit of ${limit} organization memberships, including outstanding invitations.`,
    ),
  lastAdmin: () =>
    refuse(
      422,
      'organization_minimum_permissions_needed',
      'minimum organization permissions needed',
      'There has to be at least one organization member with the minimum required permissions',
    ),
  creatorNotFound: (id: string) =>
    refuse(400, 'organization_creator_not_found', 'creator not found', `No users found with id ${id}.`),
  roleSetNotFound: (key: string) =>
    refuse(422, 'form_param_value_invalid', 'is invalid', `There is no role set ${key}.`, 'role_set_key'),
  invitationNotUnique: () =>
    refuse(
      400,
      'organization_invitation_not_unique',
      'organization invitation not unique',
      'Organizations cannot have duplicate pending invitations for an email address.',
    ),
  invitationNotPending: (status: string) =>
    refuse(
      400,
      'organization_invitation_not_pending',
      'invitation not pending',
      `Only pending invitations can be revoked; this one is ${status}.`,
    ),
  notAMember: () =>
    refuse(
      403,
      'not_a_member_in_organization',
      'not a member',
      'Current user is not a member of the organization. Only organization members can perform this action.',
    ),
  permissionMissing: () =>
    refuse(
      403,
      'missing_organization_permission',
      'missing permission',
      'Current user is missing an organization permission.',
    ),
  bulkSizeExceeded: (max: number) =>
    refuse(
      400,
      'bulk_size_exceeded',
      'bulk size exceeded',
      `Parameters exceed the maximum allowed bulk processing size of ${max}.`,
    ),
  roleQuotaExceeded: (max: number) =>
    refuse(
      403,
      'organization_instance_roles_quota_exceeded',
      'organization roles for instance quota exceeded',
      `You have reached your limit of ${max} organization roles per instance.`,
    ),
  roleHasMembers: () =>
    refuse(
      422,
      'organization_role_assigned_members',
      'role is assigned to organization members',
      'The organization role is currently assigned to one or more organization members.',
    ),
  roleInInvitations: () =>
    refuse(
      422,
      'organization_role_exists_in_invitations',
      'role exists in pending organization invitations',
      'The organization role exists in one or more pending organization invitations. Please revoke these invitations to proceed.',
    ),
  roleIsCreator: () =>
    refuse(
      422,
      'organization_role_default_creator_role',
      'role is used as the creator role',
      'The organization role cannot be deleted as it is currently used as the creator role.',
    ),
  roleIsDomainDefault: () =>
    refuse(
      422,
      'organization_role_domain_default_role',
      'role is used as the domain default role',
      'The organization role cannot be deleted as it is currently used as the default domain role.',
    ),
  roleSetQuotaExceeded: (max: number) =>
    refuse(
      403,
      'role_set_quota_exceeded',
      'role sets for instance quota exceeded',
      `You have reached your limit of ${max} role sets per instance.`,
    ),
  roleSetMigrating: () =>
    refuse(
      422,
      'role_set_migration_in_progress',
      'role set migration in progress',
      'A migration of this role set is in progress. Please wait until it has completed.',
    ),
  roleSetIsInitial: () =>
    refuse(
      422,
      'role_set_is_initial',
      'role set is the initial role set',
      'The initial role set cannot be replaced. Please make another role set the initial one first.',
    ),
  mappingMissing: (key: string) =>
    refuse(
      422,
      'role_set_reassignment_missing',
      'missing reassignment mapping',
      `Members hold the role ${key}, which the destination role set does not have. Please map it to one of its roles.`,
      'reassignment_mappings',
    ),
  mappingInvalid: (key: string) =>
    refuse(
      422,
      'form_param_value_invalid',
      'is invalid',
      `The destination role set has no role ${key}.`,
      'reassignment_mappings',
    ),
  primaryDomainStays: () =>
    refuse(403, 'primary_domain_not_deletable', 'not allowed', 'The primary domain cannot be deleted.'),
  templateBodyLocked: () =>
    refuse(
      403,
      'template_body_not_editable',
      'body cannot be edited',
      'The body of an SMS template can be edited only where it is not delivered by Clerk.',
      'body',
    ),
  machineScopeExists: () =>
    refuse(409, 'machine_scope_exists', 'scope exists', 'The machine has access to the other one already.'),
  connectionDomainTaken: (domain: string) =>
    refuse(
      409,
      'enterprise_connection_domain_taken',
      'domain already used',
      `The domain ${domain} is already used by another enterprise connection.`,
      'domains',
    ),
  organizationDomainsOff: () =>
    refuse(
      403,
      'organization_domains_not_enabled',
      'access denied',
      'The organization domains feature is not enabled for this instance.',
    ),
  enrollmentModeOff: (mode: string) =>
    refuse(
      403,
      'organization_domain_enrollment_mode_not_enabled',
      'enrollment mode not enabled',
      `The organization domain enrollment mode ${mode} is not enabled for this instance.`,
    ),
  domainQuotaExceeded: (max: number) =>
    refuse(
      403,
      'organization_domain_quota_exceeded',
      'organization domain quota exceeded',
      `You have reached your limit of ${max} domains per organization.`,
    ),
  creatorRoleLacks: (keys: readonly string[]) =>
    refuse(
      422,
      'organization_missing_creator_role_permissions',
      'missing permissions for creator role',
      `The creator role must contain the following permissions: ${keys.join(', ')}`,
    ),
  rolePermissionExists: () =>
    refuse(
      409,
      'organization_role_permission_association_exists',
      'permission already assigned to role',
      'This organization permission is already associated to this organization role.',
    ),
  systemPermission: () =>
    refuse(
      403,
      'organization_system_permission_not_modifiable',
      'organization system permission cannot be modified',
      'This organization permission cannot be modified because it is a system permission.',
    ),
} as const;

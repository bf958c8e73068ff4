import type { SmallKind, SmallRow } from '@main/sandbox/database/small-records';
import type { SubscriptionItem } from '@main/sandbox/lists/billing';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RoleId } from './copied-people';
import { orNever, orNull, smallRows } from './copied-rows';
import type { Records } from './read-records';

/** What the small lists of an instance are made of. */
export interface ListSource {
  readonly read: Records;
  readonly roleId: RoleId;
  /** Of the copy, ms since 1970. */
  readonly at: number;
  /** Ids for what no record tells, and secrets: the same for the same record. */
  readonly minted: (prefix: string, of: string) => string;
}

/** Every small list that a copy tells of, as the sandbox keeps it. */
export function* copiedLists(source: ListSource): Generator<readonly [SmallKind, Iterable<SmallRow>]> {
  const { read, at, roleId, minted } = source;
  yield [
    'roleSet',
    smallRows(read('roleSet'), at, (set) => ({
      ...{ name: set.name, key: set.key, description: set.description, type: set.type },
      roles: set.roleKeys.map(roleId),
      default_role_id: roleId(set.defaultRoleKey),
      creator_role_id: roleId(set.creatorRoleKey),
      migration: null,
    })),
  ];
  yield ['organizationDomain', smallRows(read('organizationDomain'), at, organizationDomain)];
  yield ['enterpriseConnection', smallRows(read('enterpriseConnection'), at, connection)];
  yield ['connectionTest', connectionTests(source)];
  yield ['directory', smallRows(read('directory'), at, (record) => directory(source, record))];
  yield ['plan', smallRows(read('plan'), at, plan)];
  yield ['subscriptionItem', subscriptions(source)];
  yield [
    'instanceInvitation',
    smallRows(read('instanceInvitation'), at, (record) => ({
      email_address: record.email,
      public_metadata: record.publicMetadata,
      status: record.status === 'expired' ? 'pending' : record.status,
      url: null,
      expires_at: record.expiresAt,
    })),
  ];
  yield [
    'waitlistEntry',
    smallRows(read('waitlistEntry'), at, ({ email, status }) => ({
      ...{ email_address: email, status, invited_at: null, invitation_id: null },
    })),
  ];
  yield ['allowlistIdentifier', smallRows(read('allowlistIdentifier'), at, listed)];
  yield ['blocklistIdentifier', smallRows(read('blocklistIdentifier'), at, listed)];
  yield ['redirectUrl', smallRows(read('redirectUrl'), at, ({ url }) => ({ url }))];
  yield [
    'jwtTemplate',
    smallRows(read('jwtTemplate'), at, (record) => ({
      ...{ name: record.name, claims: record.claims, lifetime: record.lifetime },
      allowed_clock_skew: record.allowedClockSkew,
      custom_signing_key: record.customSigningKey,
      signing_algorithm: record.signingAlgorithm,
    })),
  ];
  yield [
    'oauthApplication',
    smallRows(read('oauthApplication'), at, (record) => ({
      ...{ name: record.name, scopes: record.scopes, public: record.public },
      client_id: record.clientId,
      client_secret: minted('oas', record.id),
      redirect_uris: record.redirectUris,
      consent_screen_enabled: record.consentScreenEnabled,
      pkce_required: record.pkceRequired,
    })),
  ];
  yield [
    'machine',
    smallRows(read('machine'), at, (record) => ({
      name: record.name,
      default_token_ttl: record.defaultTokenTtl,
      secret_key: minted('ak', record.id),
      scoped: Object.fromEntries(record.scopedMachineIds.map((id) => [id, record.createdAt])),
    })),
  ];
  yield [
    'apiKey',
    smallRows(read('apiKey'), at, (record) => ({
      ...{ subject: record.subject, name: record.name, description: orNull(record.description) },
      ...{ claims: Object.keys(record.claims).length === 0 ? null : record.claims, scopes: record.scopes },
      ...{ secret: minted('ak', record.id), revoked: false, revocation_reason: null },
      expiration: orNever(record.expiresAt),
      created_by: orNull(record.createdBy),
      last_used_at: orNever(record.lastUsedAt),
    })),
  ];
  yield ['template', templates(source)];
}

const listed = ({
  identifier,
  identifierType,
}: RemoteRecord<'allowlistIdentifier' | 'blocklistIdentifier'>) => ({
  identifier,
  identifier_type: identifierType,
});

const organizationDomain = (record: RemoteRecord<'organizationDomain'>) => ({
  organization_id: record.organizationId,
  name: record.name,
  enrollment_mode: record.enrollmentMode,
  verified: record.verification === 'verified',
  affiliation_email_address: orNull(record.affiliationEmail),
  ownership:
    record.ownership === ''
      ? null
      : { strategy: 'txt', verified_at: record.ownership === 'verified' ? record.createdAt : null },
});

const connection = (record: RemoteRecord<'enterpriseConnection'>) => ({
  ...{ name: record.name, provider: record.provider, domains: record.domains, active: record.active },
  organization_id: orNull(record.organizationId),
  sync_user_attributes: record.syncUserAttributes,
  disable_additional_identifications: record.disableAdditionalIdentifications,
  allow_organization_account_linking: record.allowOrganizationAccountLinking,
  saml: {
    idp_entity_id: record.idpEntityId,
    idp_sso_url: record.idpSsoUrl,
    idp_metadata_url: record.idpMetadataUrl,
    idp_certificate_issued_at: null,
    idp_certificate_expires_at: orNever(record.certificateExpiresAt),
  },
  oidc: { client_id: record.clientId, discovery_url: record.discoveryUrl },
});

/** The last test of each connection: no other is known. */
function* connectionTests({ read, minted }: ListSource): Generator<SmallRow> {
  for (const { id, provider, domains, lastTest, lastTestAt, lastTestSays } of read('enterpriseConnection')) {
    if (lastTest === 'none') continue;
    const data = {
      connection: id,
      type: provider.startsWith('saml') ? 'saml' : 'oauth',
      email: `test@${domains[0] ?? 'example.com'}`,
      fault: lastTest === 'failed' ? lastTestSays || 'It failed.' : '',
    };
    yield {
      id: minted('entest', id),
      data: JSON.stringify(data),
      created_at: lastTestAt,
      updated_at: lastTestAt,
    };
  }
}

const directory = ({ roleId, minted, at }: ListSource, record: RemoteRecord<'directory'>) => {
  // Both are of one list of the service, in one order.
  const names = Object.values(record.groupNames);
  return {
    ...{ name: record.name, provider: record.provider, enabled: record.enabled },
    enterprise_connection_id: record.enterpriseConnectionId,
    group_role_mapping_enabled: record.groupRoleMappingEnabled,
    attribute_mapping: record.attributeMapping,
    mappings: record.groupRoles.map(({ group, role }, index) => ({
      id: minted('dgrm', `${record.id} ${group}`),
      group,
      group_name: String(names[index] ?? group),
      role_id: roleId(role),
      at: record.createdAt || at,
    })),
  };
};

/** `$1,299.00` in cents; 0 for nothing. */
const cents = (text: string): number => Math.round(Number(text.replace(/[^\d.]/g, '') || '0') * 100);

const plan = (record: RemoteRecord<'plan'>) => ({
  ...{ name: record.name, slug: record.slug, description: record.description, payer: record.payer },
  fee: cents(record.fee),
  is_default: record.isDefault,
  publicly_visible: record.publiclyVisible,
  features: record.features.map((name) => name.toLowerCase().replaceAll(/\W+/g, '_')),
  trial_days: orNever(record.freeTrialDays),
  ...(record.seats !== null && { seats: orNever(record.seats) }),
});

function* subscriptions({ read, at }: ListSource): Generator<SmallRow> {
  const free = new Set([...read('plan')].flatMap(({ id, fee }) => (cents(fee) === 0 ? [String(id)] : [])));
  yield* smallRows(read('subscriptionItem'), at, (record) => ({
    plan_id: record.planId,
    free: free.has(record.planId),
    payer: {
      kind: record.organizationId === '' ? 'user' : 'org',
      id: record.organizationId || record.userId,
      name: record.payer,
    } satisfies SubscriptionItem['payer'],
    ...{ status: record.status, period: record.period, is_free_trial: record.isFreeTrial },
    ...(record.seats !== null && { seats: orNever(record.seats) }),
    period_start: record.periodStart,
    period_end: record.periodEnd,
    ended_at: orNever(record.endedAt),
  }));
}

function* templates({ read, at, minted }: ListSource): Generator<SmallRow> {
  for (const record of read('template')) {
    const [row] = smallRows([record], at, ({ type, slug, position, name, body, markup, ...rest }) => ({
      ...{ type, slug, position, name, body, markup },
      subject: type === 'sms' ? null : rest.subject,
      from_email_name: rest.fromEmailName,
      reply_to_email_name: rest.replyToEmailName,
      delivered_by_clerk: rest.deliveredByClerk,
      own: rest.resourceType === 'user',
    }));
    if (row !== undefined) yield { ...row, id: minted('tmpl', record.id) };
  }
}

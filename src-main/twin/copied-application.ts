import type { Announced, CopiedApplication, CopiedInstance, CopyInto } from '@main/sandbox/twin/copied-world';
import type { InstanceSettings } from '@main/sandbox/views/instance-view';
import type { OrganizationSettings } from '@main/sandbox/views/organization-settings';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { textsIn } from '@shared/domain/json';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { Scenario } from '@shared/domain/scenario';
import { copiedLists, type ListSource } from './copied-lists';
import { invitationRow, membershipRow, organizationRow, userRow } from './copied-people';
import { mapped, orNull, smallRows, timesOf } from './copied-rows';
import type { Records } from './read-records';

/** What a world is made of. */
export interface TwinSource extends Pick<ListSource, 'read' | 'at' | 'minted'> {
  readonly scenario: Scenario;
  readonly environment: 'production' | 'development';
}

const settingsOf = (read: Records, id: string): JsonObject =>
  [...read('settings')].find((each) => each.id === id)?.values ?? {};

/** Settings of the service that have a value of the type that they should have. */
function organizationSettings(read: Records, roleId: (key: string) => string): Partial<OrganizationSettings> {
  const values = settingsOf(read, 'organization_settings');
  const of = <T extends JsonValue>(type: 'boolean' | 'number', ...keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (typeof values[key] === type ? [[key, values[key] as T]] : [])));
  const role = (key: string): string => roleId(String(values[key] ?? ''));
  const modes = textsIn(values.domains_enrollment_modes);
  return {
    ...of('boolean', 'enabled', 'admin_delete_enabled', 'domains_enabled', 'slug_disabled'),
    ...of(
      'number',
      'max_allowed_memberships',
      'max_allowed_roles',
      'max_role_sets_allowed',
      'max_allowed_domains',
    ),
    ...(modes.length > 0 && { domains_enrollment_modes: modes }),
    ...(values.creator_role !== undefined && { creator_role_id: role('creator_role') }),
    ...(values.domains_default_role !== undefined && {
      domains_default_role_id: role('domains_default_role'),
    }),
    ...(typeof values.initial_role_set_key === 'string' && {
      initial_role_set_key: values.initial_role_set_key,
    }),
  };
}

function instanceSettings(read: Records): InstanceSettings {
  const { allowed_origins: origins } = settingsOf(read, 'instance');
  const restrictions = Object.entries(settingsOf(read, 'restrictions')).flatMap(([key, value]) =>
    typeof value === 'boolean' ? [[key, value] as const] : [],
  );
  const blocked = textsIn(settingsOf(read, 'communication').blocked_country_codes);
  return {
    allowed_origins: Array.isArray(origins) ? textsIn(origins) : null,
    ...(restrictions.length > 0 && { restrictions: Object.fromEntries(restrictions) }),
    ...(blocked.length > 0 && { blocked_country_codes: blocked }),
  };
}

/** Puts in all that one instance holds. */
function fill(into: CopyInto, source: TwinSource, roleId: (key: string) => string): void {
  const { read, at, minted } = source;
  const permissions = new Map([...read('permission')].map(({ key, id }) => [key, id]));
  into.permissions(
    mapped(read('permission'), (record) => ({
      ...{
        id: record.id,
        name: record.name,
        key: record.key,
        description: record.description,
        type: record.type,
      },
      ...timesOf(record, at),
    })),
  );
  into.roles(
    mapped(read('role'), (record) => ({
      ...{ id: record.id, name: record.name, key: record.key, description: orNull(record.description) },
      ...timesOf(record, at),
      permissionIds: record.permissionKeys.flatMap((key) => permissions.get(key) ?? []),
    })),
  );
  into.users(mapped(read('user'), (record) => userRow(record, at, minted)));
  into.organizations(mapped(read('organization'), (record) => organizationRow(record, at)));
  into.memberships(mapped(read('membership'), (record) => membershipRow(record, roleId, at)));
  into.invitations(mapped(read('invitation'), (record) => invitationRow(record, roleId, at)));
  for (const [kind, rows] of copiedLists({ ...source, roleId })) into.list(kind, rows);
  const own = mapped(read('domain'), (record) => record);
  into.list(
    'domain',
    smallRows(own, at, ({ name, isSatellite, proxyUrl }) => ({
      ...{ name, is_satellite: isSatellite, proxy_url: orNull(proxyUrl) },
    })),
  );
}

/** The one instance of a workspace of its own, with its config where a Platform token read it. */
export function ownApplication(source: TwinSource): CopiedApplication {
  const { read, at, minted, scenario, environment } = source;
  const [known] = read('application');
  const roles = new Map([...read('role')].map(({ key, id }) => [key, String(id)]));
  const roleId = (key: string): string => roles.get(key) ?? '';
  const instance: CopiedInstance = {
    id: known?.instanceId || minted('ins', 'instance'),
    environment,
    settings: instanceSettings(read),
    organizationSettings: organizationSettings(read, roleId),
    config: known?.config ?? null,
    fill: (into) => {
      fill(into, source, roleId);
      if (known !== undefined && known.domain !== '')
        into.domains([firstDomain(known, minted('dmn', known.domain), at)]);
    },
  };
  return {
    id: known?.id ?? minted('app', 'application'),
    name: known?.name ?? 'Twin',
    scenario,
    since: at,
    instance,
  };
}

const firstDomain = ({ domain, dns }: RemoteRecord<'application'>, id: string, at: number) => ({
  ...{ id, name: domain, is_provider: 0, proxy_url: null, dns: dns || 'not_started', checked_at: null },
  ...{ created_at: at, updated_at: at },
});

/** How the sandbox calls what was found of a domain. */
const dnsOf = ({ dns, ssl }: RemoteRecord<'domain'>): string =>
  ssl === 'failed' ? 'caa' : dns === 'complete' || dns === 'in_progress' ? dns : 'not_started';

/** The applications of a platform, each with its config and domains: their people are in workspaces of their own. */
export function* platformApplications({ read, at, minted }: TwinSource): Generator<CopiedApplication> {
  const domains = [...read('domain')];
  for (const record of read('application')) {
    const own = domains.filter(({ applicationId }) => applicationId === record.id);
    const instance: CopiedInstance = {
      id: record.instanceId || minted('ins', record.id),
      environment: record.environment === 'production' ? 'production' : 'development',
      settings: { allowed_origins: null },
      organizationSettings: configured(record.config),
      config: record.config,
      fill: (into) =>
        into.domains(
          mapped(own, (domain) => ({
            ...{ id: domain.id, name: domain.name, is_provider: domain.rank === 'further' ? 1 : 0 },
            ...{ proxy_url: orNull(domain.proxyUrl), dns: dnsOf(domain), checked_at: null },
            ...timesOf(domain, at),
          })),
        ),
    };
    yield { id: record.id, name: record.name, scenario: 'platforms', since: at, instance };
  }
}

/** What the config and the instance's own settings share, as the config has it. */
function configured({ organization_settings: held }: JsonObject): Partial<OrganizationSettings> {
  const {
    enabled,
    max_allowed_memberships: seats,
    admin_delete_enabled: deletes,
    domains_enabled: domains,
  } = (held ?? {}) as JsonObject;
  return {
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(typeof seats === 'number' && { max_allowed_memberships: seats }),
    ...(typeof deletes === 'boolean' && { admin_delete_enabled: deletes }),
    ...(typeof domains === 'boolean' && { domains_enabled: domains }),
  };
}

/** Domains before there is an application for them, and applications that are offered to others. */
export function* announcedIn({ read, at, minted }: TwinSource): Generator<Announced> {
  for (const { id, name, status, domainId } of read('domainIntent')) {
    const data = { name, proxied: false, status, ...(domainId !== '' && { domain_id: domainId }) };
    yield { kind: 'domain_intent', id, data, at };
  }
  for (const { id, applicationId, canceledAt, createdAt } of read('applicationTransfer')) {
    const data = {
      application: applicationId,
      code: minted('code', id).slice(-12),
      canceled_at: canceledAt || null,
    };
    yield { kind: 'transfer', id, data, at: createdAt || at };
  }
}

import { z } from 'zod';

/** The identity services that Tenantry speaks to; a workspace that names none is of the first. */
export const ServiceName = z.enum(['clerk', 'better-auth']);
export type ServiceName = z.infer<typeof ServiceName>;

/** What a workspace of another service than the first names. */
export const NamedService = ServiceName.exclude(['clerk']);
export type NamedService = z.infer<typeof NamedService>;

/** As a workspace keeps it: nothing for the first. */
export const named = (service: ServiceName): { readonly service?: NamedService } =>
  service === 'clerk' ? {} : { service };

interface ServiceWords {
  readonly label: string;
  /** Whether it has a platform with applications, opened by a token of its own. */
  readonly hasPlatform: boolean;
  /** Path of its API where an address names none. */
  readonly basePath: string;
  /** Whether a key says itself that what it opens is no production. */
  readonly isTestKey: (apiKey: string) => boolean;
  /** Whether a key says itself that it opens production; one that does not counts as a development key. */
  readonly isLiveKey: (apiKey: string) => boolean;
  /** Permissions that make the holder of all of them an admin of the organization. */
  readonly elevated: readonly string[];
}

/** What has to be known of a service before it is asked, and of records that came from it. */
export const services: Readonly<Record<ServiceName, ServiceWords>> = {
  clerk: {
    label: 'Clerk',
    hasPlatform: true,
    basePath: '/v1',
    isTestKey: (apiKey) => apiKey.startsWith('sk_test_'),
    isLiveKey: (apiKey) => apiKey.startsWith('sk_live_'),
    // At least one member must hold them: the service refuses to remove or demote the last one (code
    // `organization_minimum_permissions_needed`; clerk.com/docs/guides/organizations/control-access/roles-and-permissions).
    elevated: ['org:sys_memberships:manage', 'org:sys_memberships:read', 'org:sys_profile:delete'],
  },
  'better-auth': {
    label: 'Better Auth',
    hasPlatform: false,
    basePath: '/api/auth',
    // A session is one of a server, and says nothing of what that is for: it is treated with care.
    isTestKey: () => false,
    isLiveKey: () => true,
    // What the creator's role (`owner`) has by default and `admin` lacks: the last one of them is refused to go.
    elevated: ['organization:delete', 'member:update', 'member:delete'],
  },
};

import type {
  InvitationRow,
  MembershipRow,
  OrganizationRow,
  PermissionRow,
  RoleRow,
  UserRow,
} from '../database/rows';
import type { SmallKind, SmallRow } from '../database/small-records';
import type { DomainRow } from '../platform/domain-row';
import type { InstanceSettings } from '../views/instance-view';
import type { OrganizationSettings } from '../views/organization-settings';

/** An address or a number of a user. */
export interface CopiedContact {
  readonly value: string;
  readonly verified: boolean;
}

/** A user with all that they are known by; what `email` and `phone` name is the primary one. */
export type CopiedUser = Omit<UserRow, 'email_id' | 'phone_id'> & {
  readonly emails: readonly CopiedContact[];
  readonly phones: readonly CopiedContact[];
};

/** An instance to fill, row by row. What is left out of the settings is as in a new instance. */
export interface CopiedInstance {
  readonly id: string;
  readonly environment: 'production' | 'development';
  readonly settings: InstanceSettings;
  readonly organizationSettings: Partial<OrganizationSettings>;
  /** As the Platform API shows it; null where nobody knows. */
  readonly config: Readonly<Record<string, unknown>> | null;
  readonly permissions: Iterable<PermissionRow>;
  /** None: those of a new instance. */
  readonly roles: readonly (RoleRow & { readonly permissionIds: readonly string[] })[];
  readonly users: Iterable<CopiedUser>;
  readonly organizations: Iterable<Omit<OrganizationRow, 'image_id'> & { readonly hasImage: boolean }>;
  readonly memberships: Iterable<MembershipRow>;
  readonly invitations: Iterable<InvitationRow>;
  readonly lists: Iterable<SmallRow & { readonly kind: SmallKind }>;
  /** As the Platform API knows them. */
  readonly domains: Iterable<Omit<DomainRow, 'instance'>>;
}

export interface CopiedApplication {
  readonly id: string;
  readonly name: string;
  readonly scenario: 'b2b' | 'b2c' | 'platforms';
  /** Unix milliseconds. */
  readonly since: number;
  readonly instance: CopiedInstance;
}

/** A world that was somebody's, to be put into a database. */
export interface CopiedWorld {
  /** Digest of what it was made of, and how. */
  readonly of: string;
  /** When it was copied, Unix milliseconds. */
  readonly at: number;
  readonly applications: Iterable<CopiedApplication>;
  readonly announced: Iterable<{
    readonly kind: string;
    readonly id: string;
    readonly data: object;
    readonly at: number;
  }>;
}

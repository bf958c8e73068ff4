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

export type CopiedOrganization = Omit<OrganizationRow, 'image_id'> & { readonly hasImage: boolean };

/** An instance to fill, row by row. What is left out of the settings is as in a new instance. */
export interface CopiedInstance {
  readonly id: string;
  readonly environment: 'production' | 'development';
  readonly settings: InstanceSettings;
  readonly organizationSettings: Partial<OrganizationSettings>;
  /** As the Platform API shows it; null where nobody knows. */
  readonly config: Readonly<Record<string, unknown>> | null;
  /** Puts in what is of the instance; without roles it gets those of a new one, and without templates the service's own. */
  readonly fill: (into: CopyInto) => void;
}

/** Where the rows of a copied instance go, a table at a time. */
export interface CopyInto {
  readonly permissions: (rows: Iterable<PermissionRow>) => void;
  readonly roles: (rows: Iterable<RoleRow & { readonly permissionIds: readonly string[] }>) => void;
  readonly users: (rows: Iterable<CopiedUser>) => void;
  readonly organizations: (rows: Iterable<CopiedOrganization>) => void;
  readonly memberships: (rows: Iterable<MembershipRow>) => void;
  readonly invitations: (rows: Iterable<InvitationRow>) => void;
  readonly list: (kind: SmallKind, rows: Iterable<SmallRow>) => void;
  /** As the Platform API knows them. */
  readonly domains: (rows: Iterable<Omit<DomainRow, 'instance'>>) => void;
}

export interface CopiedApplication {
  readonly id: string;
  readonly name: string;
  readonly scenario: 'b2b' | 'b2c' | 'platforms';
  /** Unix milliseconds. */
  readonly since: number;
  readonly instance: CopiedInstance;
}

/** A record of a platform beside its applications. */
export interface Announced {
  readonly kind: 'domain_intent' | 'transfer';
  readonly id: string;
  readonly data: object;
  readonly at: number;
}

/** A world that was somebody's, to be put into a database. */
export interface CopiedWorld {
  /** Digest of what it was made of, and how. */
  readonly of: string;
  /** When it was copied, Unix milliseconds. */
  readonly at: number;
  readonly applications: Iterable<CopiedApplication>;
  readonly announced: Iterable<Announced>;
}

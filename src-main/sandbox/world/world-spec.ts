/** A permission to seed; keys that start with `org:sys_` are system permissions and immutable. */
export type PermissionSpec = { readonly key: string; readonly name: string; readonly description: string };

/** A role to seed, with the share of members that get it (the creator role's share is not used). */
export type RoleSpec = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
  readonly share: number;
};

/** One application instance to seed: an isolated user pool with its own key. Counts are final (already scaled). */
export type ApplicationSpec = {
  /** Short stable name; seeds the random streams and the secret key. */
  readonly key: string;
  readonly name: string;
  readonly scenario: 'b2b' | 'b2c' | 'platforms';
  readonly environmentType: 'development' | 'production';
  readonly organizationsEnabled: boolean;
  readonly counts: {
    readonly organizations: number;
    readonly users: number;
    readonly memberships: number;
    readonly invitations: number;
    /** Users without any organization. */
    readonly personalAccounts: number;
  };
  readonly permissions: readonly PermissionSpec[];
  readonly roles: readonly RoleSpec[];
  readonly creatorRole: string;
  readonly domainsDefaultRole: string;
  /** Seat limit that new organizations get; 0 means none. */
  readonly defaultSeats: number;
  /** What the Platform API holds of it; missing for an application that was just made. */
  readonly platform?: PlatformSpec;
};

/** An application as the Platform API knows it. */
export type PlatformSpec = {
  readonly domain: string;
  /** Primary colour, such as `#1f6feb`. */
  readonly color: string;
  readonly plan: 'starter' | 'growth' | 'enterprise';
  /** Name on its sign-in screens. */
  readonly shownAs: string;
  /** What it writes to its people in, where that is not English. */
  readonly language?: 'de';
};

/**
 * A world: a name and the application instances in it at a scale (1 is the size the product is designed around); of a
 * platform, as many as are asked for.
 */
export type WorldSpec = {
  readonly name: string;
  readonly applications: (scale: number, count?: number) => readonly ApplicationSpec[];
};

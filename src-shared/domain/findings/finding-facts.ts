import type { EntityName } from '../entity';
import type { HistoryEntry } from '../history-entry';
import type { RemoteRecord } from '../records/record-map';
import { dayMs } from '../utc-day';

/** A record as the service held it when it was read. */
export interface Seen<E extends EntityName> {
  readonly row: RemoteRecord<E>;
  /** ms */
  readonly readAt: number;
  readonly staged: boolean;
}

/** A membership and the person who has it. */
export interface Holder {
  readonly member: Seen<'membership'>;
  readonly person: Seen<'user'>;
}

/** An organization with what is copied of it: its counts are of memberships and invitations, and not what the service says. */
export interface Place {
  readonly home: Seen<'organization'>;
  readonly members: number;
  /** Members with a role of an admin whom nothing bars. */
  readonly admins: number;
  /** Members with a role of an admin who are banned, locked or deprovisioned. */
  readonly barredAdmins: number;
  /** Invitations that are pending. */
  readonly invited: number;
  /** The newest subscription that holds now; null without one. Its seats are null where it says nothing of them, 0 for any number. */
  readonly plan: { readonly name: string; readonly seats: number | null } | null;
}

/** What checks are decided by, read together where they need the same. Each is asked for once in a look. */
export interface FindingFacts {
  /** Members with a role of an admin. */
  readonly admins: readonly Holder[];
  /** Members who are banned or deprovisioned. */
  readonly barred: readonly Holder[];
  readonly places: readonly Place[];
  /** Invitations that are pending. */
  readonly invited: readonly Seen<'invitation'>[];
  /** People whose second factor went off, by entries of history since a moment, and as they are now. */
  readonly factors: readonly { readonly entry: HistoryEntry; readonly person: Seen<'user'> }[];
  readonly sso: {
    readonly connections: readonly Seen<'enterpriseConnection'>[];
    readonly named: readonly Seen<'organizationDomain'>[];
    readonly scim: readonly Seen<'directory'>[];
  };
  readonly grants: {
    readonly defined: readonly Seen<'permission'>[];
    readonly given: readonly Seen<'role'>[];
    readonly sets: readonly Seen<'roleSet'>[];
    /** How many memberships hold a role, by its key. */
    readonly held: ReadonlyMap<string, number>;
  };
  readonly addresses: {
    readonly singletons: readonly Seen<'settings'>[];
    readonly redirects: readonly Seen<'redirectUrl'>[];
    readonly clients: readonly Seen<'oauthApplication'>[];
  };
  readonly apps: readonly Seen<'application'>[];
  /** API keys of those holders whose keys somebody asked for. */
  readonly keys: readonly Seen<'apiKey'>[];
}
export type FactName = keyof FindingFacts;

/** How far back a second factor that went off is told, ms. */
export const factorSpan = 30 * dayMs;

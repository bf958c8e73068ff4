import type { ConfigSetting } from '../config-settings';
import type { EntityName } from '../entity';
import type { Failure } from '../failure';
import type { RecordId } from '../ids';
import type { Intent, IntentDraft } from '../intent';
import type { JsonObject } from '../json';
import type { CustomerRow } from '../limits/customer';
import type { PoolFacts } from '../limits/handed-over';
import type { StoredRecord } from '../records/record-map';

export interface RoleFacts {
  readonly name: string;
  /** Its holder is an admin (`isElevated`). */
  readonly elevated: boolean;
  /** Staged, and nothing on the service yet: in which sets it will be, nobody knows. */
  readonly provisional: boolean;
}

/** Who has a role, as the visible rows show it: each person once, and invitations that are pending. */
export interface RoleUse {
  readonly people: number;
  readonly invited: number;
}

/** Seats in use as the visible rows show them: staged additions count, staged removals do not. */
export interface SeatFacts {
  readonly members: number;
  /** Invitations that still hold a seat. */
  readonly pending: number;
}

/** Everything that drafts are validated against, read from the store in a few bulk queries. Plain data. */
export interface StagingWorld {
  readonly now: number;
  /** By role key. */
  readonly roles: ReadonlyMap<string, RoleFacts>;
  readonly permissionKeys: ReadonlySet<string>;
  /** Roles of each role set, by its key. */
  readonly roleSets: ReadonlyMap<string, readonly string[]>;
  /** Memberships by role in the organizations of role sets that drafts end, by the set's key. */
  readonly setUses: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Settings of the applications' configs by their path, where drafts name any and the copied schema describes them. */
  readonly settings: ReadonlyMap<string, ConfigSetting>;
  /** Visible rows that drafts name, by `recordKey`. */
  readonly records: ReadonlyMap<string, StoredRecord>;
  /**
   * Of what drafts name and `records` and `roles` lack: what may be there all the same, since its list was not read to its end. By `recordKey`,
   * roles by their key; missing where nobody looked.
   */
  readonly unseen?: ReadonlySet<string>;
  /** Their open intents, by `recordKey`. */
  readonly intents: ReadonlyMap<string, readonly Intent[]>;
  /** Open creations that stand by their values (`standsOn`) on records that drafts name, by `recordKey`; missing where nobody looked. */
  readonly standing?: ReadonlyMap<string, Intent>;
  /** Open intents on what stands inside of records that drafts delete, by the outer record's id. */
  readonly dependents: ReadonlyMap<string, readonly Intent[]>;
  /** Visible memberships among those that drafts ask for: `organization/user` and `organization/email`. */
  readonly members: ReadonlySet<string>;
  /** Invitations that still stand, among those that drafts ask for: `organization/email`. */
  readonly invited: ReadonlySet<string>;
  /** Whom invitations that drafts ask for would reach: people by their primary address, in lower case; missing where nobody looked. */
  readonly addressees?: ReadonlyMap<string, RecordId>;
  /**
   * What must be unique and stands already, among what drafts ask for: by `takenKey` (`unique` of a field), and by `recordKey`
   * of entity and mark (`Rules.mark`).
   */
  readonly taken: ReadonlySet<string>;
  /** How many records of a small list organizations have that drafts add to: by `recordKey` of entity and organization. */
  readonly inside: ReadonlyMap<string, number>;
  /** Owners of the slugs that drafts ask for. */
  readonly slugs: ReadonlyMap<string, RecordId>;
  /** The instance's settings of organizations (spec: `OrganizationSettings`); null while not copied. */
  readonly organizationSettings: JsonObject | null;
  /** Who has the roles that drafts delete, by role key. */
  readonly roleUses: ReadonlyMap<string, RoleUse>;
  /** By organization id. */
  readonly seats: ReadonlyMap<string, SeatFacts>;
  /** Visible admins, by organization id. */
  readonly admins: ReadonlyMap<string, number>;
  /** Customers whose limits drafts touch, with what their plans give them: by application id, where anything was agreed. */
  readonly customers: ReadonlyMap<string, CustomerRow>;
  /** Of a platform's pool: what the plan of its customer gives; missing where none was handed over, or no draft is about it. */
  readonly pool?: PoolFacts | undefined;
  /** Drafts that the service never takes, with why. */
  readonly lacking?: ReadonlyMap<IntentDraft, Failure>;
}

/** Key of a record in the maps of a world. */
export function recordKey(entity: EntityName, id: string): string {
  return `${entity}/${id}`;
}

/** Key of a value that no two records may have, in whatever case it was typed. */
export function takenKey(entity: EntityName, field: string, value: string): string {
  return `${entity}/${field}/${value.toLowerCase()}`;
}

/** Key of who is in, or asked into, an organization: by user id or by email address, in whatever case it was typed. */
export function seatKey(organizationId: string, who: string): string {
  return `${organizationId}/${who.toLowerCase()}`;
}

/** The visible row of a record that drafts name. */
export function recordIn<E extends EntityName>(
  world: StagingWorld,
  entity: E,
  id: string,
): StoredRecord<E> | undefined {
  return world.records.get(recordKey(entity, id)) as StoredRecord<E> | undefined;
}

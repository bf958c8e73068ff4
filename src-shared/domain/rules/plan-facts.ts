import type { EntryOf } from '../books/books';
import type { ConfigSetting } from '../config-settings';
import { EntityName } from '../entity';
import type { Failure } from '../failure';
import type { RecordId } from '../ids';
import type { Intent } from '../intent';
import type { CustomerRow } from '../limits/customer';
import { serverRow } from '../project';
import type { RemoteRecord, StoredRecord } from '../records/record-map';
import { recordKey } from './staging-world';

export interface RoleGrant {
  readonly name: string;
  readonly permissionKeys: readonly string[];
  /** Its holder is an admin (`isElevated`). */
  readonly elevated: boolean;
}

/** People with something in common, each once. */
export interface People {
  /** How many such memberships each has, by user id. */
  readonly seats: ReadonlyMap<string, number>;
  /** Names by user id, of the first of them. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a step does to members, seats and admins of one organization. */
export interface SeatChange {
  readonly organizationId: string;
  readonly members: number;
  readonly pending: number;
  readonly admins: number;
  /** New seat limit; undefined when it stays. */
  readonly limit: number | undefined;
  /** The service lets an organization lose its last admin by it: told, and not refused. */
  readonly unguarded?: true;
}

/** One person's place in an organization, as the service knows it. */
export interface Place {
  readonly organizationId: string;
  readonly role: string;
  readonly userName: string;
}

/** Who has a value that one record alone may have. */
export interface ValueOwner {
  readonly entity: EntityName;
  readonly id: RecordId;
  readonly label: string;
}

/** What a record that is gone was to be replaced by, and what was seen in its place: by name. */
export interface Heir {
  readonly mine: string;
  readonly theirs: string;
}

/** People of an application. */
export interface Reach {
  readonly people: number;
  /** Null where nobody looked. */
  readonly withoutSecondFactor: number | null;
  /** Null where nobody looked. */
  readonly organizations: number | null;
}

/** Everything that a plan is made from: rows as the fresh read left them, and a few look-ups. Plain data. */
export interface PlanFacts {
  readonly madeAt: number;
  /** Intents to plan. */
  readonly intents: readonly Intent[];
  /** Whether what the service refused is to be sent again: only when the admin asks for it by name. */
  readonly retryRefused: boolean;
  /** Stored rows of targets, of the organizations they belong to and of those they reach (`places`), by `recordKey`. */
  readonly rows: ReadonlyMap<string, StoredRecord>;
  /** Visible rows of the customers that the targets are or stand inside of, by id; missing where nobody read them. */
  readonly customers?: ReadonlyMap<string, StoredRecord>;
  /** What the plan book gives the customers whose limits steps touch, and what the service holds of each; missing where none do. */
  readonly limited?: ReadonlyMap<string, CustomerRow>;
  /** Values that were accepted for applications although their baselines say others; missing where no step is about a setting. */
  readonly exceptions?: readonly EntryOf<'exception'>[];
  /** What the copied schema says of settings, by path; missing where there are no exceptions to compare by it. */
  readonly settings?: ReadonlyMap<string, ConfigSetting>;
  /** Open creations by provisional id, whether they are to be planned or not. */
  readonly creations: ReadonlyMap<string, Intent>;
  /** By role key, as the service holds them; one that is still to be created stands among them (`newRoles`). */
  readonly roles: ReadonlyMap<string, RoleGrant>;
  /** Provisional ids of the roles that are still to be created, by key. */
  readonly newRoles?: ReadonlyMap<string, RecordId>;
  /** Roles of members that the service knows, by `seatKey` of user id and of email. */
  readonly members: ReadonlyMap<string, string>;
  /** Roles of pending invitations that the service knows, by `seatKey` of the email. */
  readonly invited: ReadonlyMap<string, string>;
  /** Who has the values on the service that steps ask for and one record alone may have, by `takenKey`, as far as that is known. */
  readonly owners: ReadonlyMap<string, ValueOwner>;
  /** Admins on the service, for organizations in which a step may change them. */
  readonly admins: ReadonlyMap<string, number>;
  /** Who holds a role whose permissions change, by role key. */
  readonly holders: ReadonlyMap<string, People>;
  /** Who is in an organization that is to be deleted: by organization, then role key. */
  readonly inhabitants: ReadonlyMap<string, ReadonlyMap<string, People>>;
  /** Where people are who are to be deleted, shut out or let in again, by user id; missing where none are. */
  readonly places?: ReadonlyMap<string, readonly Place[]>;
  /** Targets that are gone, and that somebody made anew under another id (`isMadeAnew`): the record of now, by the id of then. */
  readonly anew: ReadonlyMap<string, RemoteRecord>;
  /** Targets that are gone, and that somebody replaced by another one than was asked: by the id of then; missing where nobody looked. */
  readonly heirs?: ReadonlyMap<RecordId, Heir>;
  /** Targets that could not be re-read, by `recordKey`. */
  readonly unread: ReadonlyMap<string, Failure>;
  /** Conflicts that are taken as decided for mine; none when left out. */
  readonly decided?: ReadonlySet<string>;
  /** Intents that no colleague has approved; null where no approval is asked for. */
  readonly unapproved: ReadonlySet<string> | null;
  /** What the service's dry run refuses, in its words, by intent; missing before it was asked. */
  readonly dryRunRefusals?: ReadonlyMap<string, string>;
  /** People of the applications whose config changes, by application; missing before it was asked. */
  readonly reach?: ReadonlyMap<string, Reach>;
}

/** A record as the service holds it, null when the service does not know it (any more). */
export function serverOf<E extends EntityName>(
  { rows }: Pick<PlanFacts, 'rows'>,
  entity: E,
  id: string,
): RemoteRecord<E> | null {
  let known = rebuilt.get(rows);
  if (known === undefined) {
    known = new Map(EntityName.options.map((each) => [each, new Map()]));
    rebuilt.set(rows, known);
  }
  const ofEntity = known.get(entity);
  const found = ofEntity?.get(id);
  if (found !== undefined) return found as RemoteRecord<E> | null;
  const row = rows.get(recordKey(entity, id)) as StoredRecord<E> | undefined;
  const server = row === undefined ? null : serverRow(entity, row);
  ofEntity?.set(id, server);
  return server;
}

/** Rows of the service that were rebuilt of the rows of some facts, by entity and id: a plan asks several times for each, and they never change. */
const rebuilt = new WeakMap<PlanFacts['rows'], ReadonlyMap<EntityName, Map<string, RemoteRecord | null>>>();

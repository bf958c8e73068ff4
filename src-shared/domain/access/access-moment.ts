import type { EntityName } from '../entity';
import { readField } from '../field-path';
import { serverRow } from '../project';
import type { RemoteRecord, StoredRecord } from '../records/record-map';
import type { AccessCatalog, AccessGiver, AccessMember, AccessPlace } from './access-facts';
import { movedMember, movedPlace, type SetMove } from './set-moves';

/** Records of the small lists, as they are at one moment. */
export interface CatalogRows {
  readonly grants: readonly RemoteRecord<'role'>[];
  /** Null where they were not copied. */
  readonly defined: readonly RemoteRecord<'permission'>[] | null;
  readonly sets: readonly RemoteRecord<'roleSet'>[];
  readonly givers: readonly RemoteRecord<'directory'>[];
  readonly connections: readonly RemoteRecord<'enterpriseConnection'>[];
  readonly singletons: readonly RemoteRecord<'settings'>[];
  readonly apps: readonly RemoteRecord<'application'>[];
}

/** What holds for everybody, of the small lists at one moment. Pure. */
export function catalogOf({
  grants,
  defined,
  sets,
  givers,
  connections,
  singletons,
  apps,
}: CatalogRows): AccessCatalog {
  const owners = new Map<string, string>(connections.map(({ id, organizationId }) => [id, organizationId]));
  const giver = (row: RemoteRecord<'directory'>): AccessGiver => ({
    ...row,
    organizationId: owners.get(row.enterpriseConnectionId) ?? '',
  });
  const ofOrganizations = singletons.find(({ id }) => id === 'organization_settings');
  const creator = ofOrganizations?.values.creator_role;
  const [app] = apps;
  return {
    grants: new Map(grants.map((row) => [row.key, row])),
    defined: new Map((defined ?? []).map(({ key, id, name }) => [key, { id, name: name || key }])),
    takesAny: defined === null,
    sets: new Map(sets.map((row) => [row.key, row])),
    givers: new Map(givers.map((row) => [row.id, giver(row)])),
    creatorRole: typeof creator === 'string' ? creator : '',
    organizationsOff: ofOrganizations?.values.enabled === false,
    secondFactorRequired:
      apps.length === 1 && readField(app ?? {}, 'config.auth_multi_factor.required_for_sign_up') === true,
  };
}

/** A record once all that is staged is on the service; null when it will be gone, or is. */
export function rowAfter<E extends EntityName>(row: StoredRecord<E>): RemoteRecord<E> | null {
  return row.staged?.verb === 'delete' || row.state === 'gone' ? null : (row as unknown as RemoteRecord<E>);
}

/** A stored record as the service has it, or as it will be after reconcile. */
export const rowThen = <E extends EntityName>(entity: E, row: StoredRecord<E>, after: boolean) =>
  after ? rowAfter(row) : serverRow(entity, row);

/** Where a member is, and how the place is then; null where it is gone. */
export function placeThen(
  row: StoredRecord<'organization'>,
  after: boolean,
  moves: readonly SetMove[],
): AccessPlace | null {
  const then = rowThen('organization', row, after);
  return then === null
    ? null
    : movedPlace(after ? moves : [], { id: then.id, name: then.name, roleSetKey: then.roleSetKey ?? '' });
}

/** A member as they are then; null where they, the person or the organization are gone. `home`: the organization as stored. */
export function memberThen(
  row: StoredRecord<'membership'>,
  after: boolean,
  { moves, home, person }: MemberContext,
): AccessMember | null {
  const then = rowThen('membership', row, after);
  if (then === null || !after) return then;
  if ((home !== undefined && rowAfter(home) === null) || (person !== undefined && rowAfter(person) === null))
    return null;
  return movedMember(moves, then, home?.roleSetKey ?? '');
}

export interface MemberContext {
  readonly moves: readonly SetMove[];
  readonly home: StoredRecord<'organization'> | undefined;
  readonly person: StoredRecord<'user'> | undefined;
}

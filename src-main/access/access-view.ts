import type { Store } from '@main/store/store';
import type {
  AccessCatalog,
  AccessMember,
  AccessPerson,
  AccessPlace,
} from '@shared/domain/access/access-facts';
import { catalogOf } from '@shared/domain/access/access-moment';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';

/** Memberships that are not at a moment what their stored rows say: small, however many memberships there are. */
export interface MemberOverlay {
  /** Stored rows that do not count, by id. */
  readonly out: ReadonlyMap<string, StoredRecord<'membership'>>;
  /** Members who count instead. */
  readonly in: readonly AccessMember[];
}

/** What access is decided by, at one moment. Reads go by indexes; nothing large is held. */
export interface AccessView {
  catalog(): Promise<AccessCatalog>;
  persons(ids: readonly string[]): Promise<ReadonlyMap<string, AccessPerson>>;
  places(ids: readonly string[]): Promise<ReadonlyMap<string, AccessPlace>>;
  /** All organizations, by id. */
  allPlaces(): Promise<ReadonlyMap<string, AccessPlace>>;
  overlay(): Promise<MemberOverlay>;
  /** Everything that a person is a member of, by name of the organization. */
  membersOf(userId: RecordId): Promise<readonly AccessMember[]>;
  /** A stored row that the overlay says nothing of, with the names of that moment. */
  named(row: StoredRecord<'membership'>): AccessMember;
  /** Seats for a member whose place is only staged; undefined for everybody else. */
  seatsFor(member: AccessMember): Promise<AccessPlace['seats']>;
  /** Ids of people who are not at this moment what their stored rows say. */
  touchedPersons(): Promise<readonly string[]>;
}

/** A value that is read once, when it is first asked for. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= read();
    return kept;
  };
}

/** The small lists at a moment; `all`: a whole list as it was then. */
export async function readCatalog(
  store: Store,
  all: <E extends EntityName>(entity: E) => Promise<RemoteRecord<E>[]>,
): Promise<AccessCatalog> {
  return catalogOf({
    grants: await all('role'),
    defined: (await store.count('permission')) === 0 ? null : await all('permission'),
    sets: await all('roleSet'),
    givers: await all('directory'),
    connections: await all('enterpriseConnection'),
    singletons: await all('settings'),
    apps: await all('application'),
  });
}

import type { WrittenChange } from '@shared/domain/copy-as/written-call';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { CountedUsage } from '@shared/domain/limits/usage';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { UnreadRecord } from '@shared/domain/records/unread-record';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import type { Reach } from '@shared/domain/rules/plan-facts';

/** Where a page starts. `startingAfter` (an id) is honoured where `pagesBy` says `cursor`; everything else pages by offset. */
export interface PageRequest {
  readonly offset: number;
  /** 1 to 500. */
  readonly limit: number;
  readonly startingAfter?: string;
  /** Whose list it is, for what is listed by a record (`listedBy` of its model). */
  readonly of?: string;
  /** The same page as it was last time: if the answer is the same, it is not decoded. */
  readonly known?: { readonly digest: string; readonly total: number };
}

/** A record that could be read but for some fields: they stay as they were known. Without a reason (`why`) that is as it should be. */
export interface PartialRecord<E extends EntityName> extends UnreadRecord {
  readonly record: RemoteRecord<E>;
  readonly missing: readonly string[];
}

export interface RemotePage<E extends EntityName> {
  readonly records: readonly RemoteRecord<E>[];
  readonly unread: readonly UnreadRecord[];
  /** None of them is among `records`. */
  readonly partial: readonly PartialRecord<E>[];
  /** `total_count` as the service states it. */
  readonly total: number;
  /** Digest of the answer; when it is that of `known`, `records` is empty and means what it meant last time. */
  readonly digest: string;
}

/** Code of an answer that broke off. */
export const truncatedCode = 'truncated';

/** Codes of a Platform token that is not there, that the service refuses, and that does not show the instance of the workspace. */
export const platformTokenCodes = {
  missing: 'platform-token-missing',
  refused: 'platform-token-refused',
  elsewhere: 'platform-token-elsewhere',
};

/** A list as one walk of it went: what it met, and how it ended. It ends well only where all of it was seen, as far as the service counts. */
export interface ListWalk<E extends EntityName = EntityName> {
  readonly records: readonly RemoteRecord<E>[];
  readonly end: RemoteResult<null>;
}

/** Records that are like one. `rest`: why others may be like it all the same, where not all could be seen. */
export type FoundLike = RemoteResult<readonly RemoteRecord[]> & { readonly rest?: RemoteFailure };

/** One change to send, in domain terms; all ids in it are the service's own by now. */
export type RemoteCall =
  | { readonly verb: 'create'; readonly entity: EntityName; readonly values: JsonObject }
  | {
      readonly verb: 'update';
      readonly entity: EntityName;
      readonly record: StoredRecord;
      /** Field path of `editableFields`. */
      readonly field: string;
      readonly value: JsonValue;
    }
  | { readonly verb: 'delete'; readonly entity: EntityName; readonly record: StoredRecord }
  | {
      readonly verb: 'perform';
      readonly entity: EntityName;
      readonly record: StoredRecord;
      readonly operation: string;
      readonly values: JsonObject;
    };

/**
 * The one port to the identity service: all that sync and reconcile can ask of it. Nothing throws: what goes wrong comes back
 * as a failure, classified. `src-main/identity` answers it.
 */
export interface IdentityPort {
  /** Id of the instance that the key belongs to (spec: `GET /instance`); '' where the API names none. */
  instanceId(signal?: AbortSignal): Promise<RemoteResult<string>>;
  /** How a collection is walked: `cursor` starts after an id, and so misses nothing that moves. */
  pagesBy(entity: EntityName): 'cursor' | 'offset';
  /** One page of a collection, oldest first. */
  fetchPage<E extends EntityName>(
    entity: E,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemotePage<E>>>;
  /** The record as the service holds it now; null when the service says that it does not exist. */
  fetchOne<E extends EntityName>(
    entity: E,
    known: StoredRecord<E>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteRecord<E> | null>>;
  /** Sends one change; the answer's record, or null after a deletion and after an act whose answer shows none. */
  send(call: RemoteCall, signal?: AbortSignal): Promise<RemoteResult<RemoteRecord | null>>;
  /** What the service would say to a change; null for one that it has no dry run for, missing where it has none at all. */
  tryOut?(call: RemoteCall, signal?: AbortSignal): Promise<RemoteResult<null>> | null;
  /**
   * Looks for records that a creation with these values may have made, newest first: by slug, else by name, for an
   * organization, organization and user for a membership, organization and email for an invitation. Whether one of them is
   * ours, `matchFound` tells. Given nothing but values of a list that are to be of one record each (`isListed`): who has one.
   */
  findCreated(entity: EntityName, values: JsonObject, signal?: AbortSignal): Promise<FoundLike>;
  /**
   * The walk of a list in which nothing else finds a record by its id (`one`), or by what tells it apart (`like`); null where the service has
   * a shorter way, and where records are edited: what is read before an edit must be of that moment. Missing where no list is such.
   */
  walkOf?(entity: EntityName, wanted: 'one' | 'like'): (() => Promise<ListWalk>) | null;
  /** The organization that has a slug, null when it is free; missing where slugs are unknown. */
  slugOwner?(slug: string, signal?: AbortSignal): Promise<RemoteResult<RemoteRecord<'organization'> | null>>;
  /** Milliseconds since 1970 by the service's clock; 0 where its answers bear no date. */
  serviceTime(): Promise<RemoteResult<number>>;
  /** People of an application, and what else is asked for: the rest is null. Missing where there are no applications. */
  countPeople?(
    application: StoredRecord<'application'>,
    and: 'nothing' | 'second-factors' | 'organizations',
    signal?: AbortSignal,
  ): Promise<RemoteResult<Reach>>;
  /** What is used in the pool of an application, by figures only; missing where there are no applications of others. */
  countPool?(
    application: { readonly id: string },
    signal?: AbortSignal,
  ): Promise<RemoteResult<Omit<CountedUsage, 'at'>>>;
  /** What an application used in the billing period that runs, as a reading of the day of `at` (ms); missing where there are no applications. */
  readUsage?(
    application: Pick<StoredRecord<'application'>, 'id' | 'name' | 'instanceId'>,
    at: number,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteRecord<'usageReading'>>>;
  /** The config of an application's other instance: of the first whose environment is another; null where it has one only. */
  readTwin?(
    application: Pick<StoredRecord<'application'>, 'id' | 'environment'>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<{ readonly environment: string; readonly config: JsonObject } | null>>;
  /** The emails and text messages of an application, as its pool has them; missing where there are no applications of others. */
  readTemplates?(
    application: Pick<StoredRecord<'application'>, 'id' | 'name'>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<Pick<RemotePage<'template'>, 'records' | 'unread'>>>;
  /** Requests in any 10 s that it keeps to. */
  readonly requestsPer10s: number;
  /** The call as the plan shows it, e.g. `PATCH /organizations/org_1`. Pure. */
  describe(call: RemoteCall): string;
  /** Its calls with what they send, as far as they are known before anything is asked; what they lack as sentences. Pure. */
  written(call: RemoteCall, known: KnownIds): Pick<WrittenChange, 'calls' | 'notes'>;
}

/** Ids by key as the copy has them, of what people name by key and the service takes by id. */
export type KnownIds = Readonly<Record<'permission' | 'role', ReadonlyMap<string, string>>>;

/** What a sweep needs of it. */
export type PullPort = Pick<IdentityPort, 'fetchPage' | 'fetchOne' | 'pagesBy'>;

/** What tells one instance from another. */
export type InstancePort = Pick<IdentityPort, 'instanceId'>;

/** What a run of staged changes needs of it. */
export type PushPort = Omit<IdentityPort, 'instanceId'>;

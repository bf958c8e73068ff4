import type { EntityName } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';

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
  | { readonly verb: 'delete'; readonly entity: EntityName; readonly record: StoredRecord };

/** What reconciling needs of the identity service. */
export interface PushPort {
  /** One page of a collection, oldest first; `limit` 1 to 500. */
  fetchPage<E extends EntityName>(
    entity: E,
    page: { readonly offset: number; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<RemoteResult<{ readonly records: readonly RemoteRecord<E>[] }>>;
  /** The record as the service holds it now; null when the service says that it does not exist. */
  fetchOne<E extends EntityName>(
    entity: E,
    known: StoredRecord<E>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<RemoteRecord<E> | null>>;
  /** Sends one change; the answer's record, or null after a deletion. */
  send(call: RemoteCall, signal?: AbortSignal): Promise<RemoteResult<RemoteRecord | null>>;
  /** What the service would say to a change; null for one that it has no dry run for, missing where it has none at all. */
  tryOut?(call: RemoteCall, signal?: AbortSignal): Promise<RemoteResult<null>> | null;
  /**
   * Looks for records that a creation with these values may have made, newest first: by slug, else by name, for an
   * organization, organization and user for a membership, organization and email for an invitation. Whether one of them is
   * ours, `matchFound` tells.
   */
  findCreated(
    entity: EntityName,
    values: JsonObject,
    signal?: AbortSignal,
  ): Promise<RemoteResult<readonly RemoteRecord[]>>;
  /** The organization that has a slug, null when it is free; missing where slugs are unknown. */
  slugOwner?(slug: string, signal?: AbortSignal): Promise<RemoteResult<RemoteRecord<'organization'> | null>>;
  /** Milliseconds since 1970 by the service's clock; 0 where its answers bear no date. */
  serviceTime(): Promise<RemoteResult<number>>;
  /** People of an application; missing where there are no applications. */
  countPeople?(
    application: StoredRecord<'application'>,
    signal?: AbortSignal,
  ): Promise<RemoteResult<{ readonly people: number; readonly withoutSecondFactor: number | null }>>;
  /** Requests in any 10 s that it keeps to. */
  readonly requestsPer10s: number;
  /** The call as the plan shows it, e.g. `PATCH /organizations/org_1`. Pure. */
  describe(call: RemoteCall): string;
}

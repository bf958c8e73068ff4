import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';

/** Where a page starts. `startingAfter` (an id) is honoured by users only; everything else pages by offset. */
export interface PageRequest {
  readonly offset: number;
  /** 1 to 500. */
  readonly limit: number;
  readonly startingAfter?: string;
  /** The same page as it was last time: if the answer is the same, it is not decoded. */
  readonly known?: { readonly digest: string; readonly total: number };
}

/** A record that the service lists, and that cannot be read: where it is odd, and why. What is stored of it stays. */
export interface UnreadRecord {
  /** Its own, or a stand-in where it names none. */
  readonly id: RecordId;
  /** Of the property in the record, or of the address that tells about it. */
  readonly path: string;
  readonly why: string;
}

/** A record that could be read but for some fields: they stay as they were known. */
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

/**
 * The code by which the service says that organizations are switched off in the instance. Their lists count as empty then;
 * of a single record the answer proves nothing, for it is back as soon as they are switched on again.
 */
export const organizationsOff = 'organization_not_enabled_in_instance';

/** What tells one instance from another. */
export interface InstancePort {
  /** Id of the instance that the key belongs to (spec: `GET /instance`); '' where the API names none. */
  instanceId(signal?: AbortSignal): Promise<RemoteResult<string>>;
}

/** What a pull needs of the identity service. */
export interface PullPort {
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
}

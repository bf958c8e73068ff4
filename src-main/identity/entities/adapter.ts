import type { EntityName } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import type { ApiCall } from '../api-call';
import type { DecodedRecords } from '../decode-records';
import type { PageRequest } from '../identity-port';

/** What a page's body says; `total` is null where the list does not state it. */
export interface DecodedPage<E extends EntityName> extends DecodedRecords<RemoteRecord<E>> {
  readonly total: number | null;
  /** Records of which fields (`missing`, paths) are never shown: they stay as they are stored, as here where nothing is. */
  readonly kept?: readonly { readonly record: RemoteRecord<E>; readonly missing: readonly string[] }[];
}

/** Ids that the service knows values by which records hold by key: of permissions. */
export type Ids = ReadonlyMap<string, string>;
export const noIds: Ids = new Map();

/** Where to look for a creation, one list after the other until one holds something like it, and the mark that it bears. */
export interface Search<E extends EntityName> {
  /** Left out, the whole list is walked. */
  readonly paths?: readonly string[];
  /** The address of what the lists belong to. */
  readonly parent?: string;
  readonly isLike: (record: RemoteRecord<E>) => boolean;
}

/** A change that takes a look first, or more than one call. */
export interface Calls {
  /** What of it the plan shows. */
  readonly shown: string;
  /** Read first, where the calls need ids that records do not hold. */
  readonly reads?: string;
  /** Sent one after the other; undefined for a body that cannot be understood. */
  readonly of: (read: unknown) => readonly ApiCall[] | undefined;
  /** The last answer is the record. */
  readonly answersRecord?: true;
}

/** How a service is asked for an entity, and told of it. Decoders return undefined for a body they cannot understand. */
export interface Adapter<E extends EntityName> {
  pagePath(page: PageRequest): string;
  /** How its list is walked, where not by offset: `cursor` starts after an id, and so misses nothing that moves. */
  readonly walked?: 'cursor';
  decodePage(body: unknown, page?: PageRequest): DecodedPage<E> | undefined;
  /** What a record holds that stands in a list of its own: asked for with each record, one by one. For lists of few records. */
  readonly within?: {
    path(record: RemoteRecord<E>): string;
    /** Undefined for a body that cannot be understood. */
    read(record: RemoteRecord<E>, body: unknown): RemoteRecord<E> | undefined;
    /** Fields that stay as they are known where the list cannot be read. */
    readonly fields: readonly string[];
    /** Of more records than this the lists are asked for one by one only, and by no sweep. */
    readonly most?: number;
  };
  /** Lists that come whole and belong to the same page: `decodePage` is given all bodies, in an array. */
  readonly alongside?: readonly string[];
  /** Where a list without a total is counted. */
  readonly countPath?: string;
  /** Left out where no call reads one of them: it is looked for in the list. */
  onePath?(known: StoredRecord<E>): string;
  /** The record that no call reads, as it is known; null for one that is read. */
  asKnown?(known: StoredRecord<E>): RemoteRecord<E> | null;
  /** Null: the body says that the record does not exist. */
  decodeOne(body: unknown, known: StoredRecord<E>): RemoteRecord<E> | null | undefined;
  /** Where `onePath` is not the record's own address: a 404 there says that it is gone only if this one is missing, too. */
  parentPath?(known: StoredRecord<E>): string;
  /** The record in the answer to a write. `known`: the row as it was. `sent`: the edit, for an answer without a body. */
  decodeAnswer(
    body: unknown,
    known?: StoredRecord<E>,
    sent?: { readonly field: string; readonly value: JsonValue },
  ): RemoteRecord<E> | undefined;
  /** Properties of answers that hold a secret, shown this once. */
  readonly secretIn?: readonly string[];
  /** Keys of roles in an edit that the service takes by id. */
  roleKeys?(record: StoredRecord<E>, field: string, value: JsonValue): readonly string[];
  /** The call that creates a record with these values; left out where the service creates none. */
  create?(values: JsonObject, ids: Ids): ApiCall;
  /** The call that sets one field; null for a value that it cannot take. */
  update?(record: StoredRecord<E>, field: string, value: JsonValue, ids: Ids): ApiCall | Calls | null;
  /** How one of the entity's acts is carried out. */
  perform?(record: StoredRecord<E>, operation: string, values: JsonObject): Calls | null;
  remove?(record: StoredRecord<E>): ApiCall;
  /** What is deleted is told in the answer, as a record in another state. */
  readonly livesOn?: true;
  find?(values: JsonObject): Search<E>;
  /** Where the one that has a slug is read, for what goes by a slug. */
  slugPath?(slug: string): string;
}

/** A service's records: how each is asked for, null for what it has not. */
export type Adapters = { readonly [E in EntityName]: Adapter<E> | null };

/** The adapter of an entity, whichever it is. */
export const adapterIn = (adapters: Adapters, entity: EntityName): Adapter<EntityName> | null =>
  adapters[entity] as unknown as Adapter<EntityName> | null;

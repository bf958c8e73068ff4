import type { PageRequest } from '@main/sync/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { type DecodedRecords, decodeRecords } from './decode-records';

/** What a page's body says; `total` is null where the list does not state it. */
export interface DecodedPage<E extends EntityName> extends DecodedRecords<RemoteRecord<E>> {
  readonly total: number | null;
}

/** How an entity is read from the service. Decoders return undefined for a body they cannot understand. */
export interface Endpoint<E extends EntityName> {
  pagePath(page: PageRequest): string;
  decodePage(body: unknown): DecodedPage<E> | undefined;
  onePath(known: StoredRecord<E>): string;
  /** Null: the body says that the record does not exist. */
  decodeOne(body: unknown, known: StoredRecord<E>): RemoteRecord<E> | null | undefined;
  /** Where `onePath` is not the record's own address: a 404 there says that it is gone only if this one is missing, too. */
  parentPath?(known: StoredRecord<E>): string;
}

const List = z.object({ data: z.array(z.unknown()).nullable(), total_count: z.number() });

/** Decodes `{ data, total_count }`, the shape of most lists; record by record. */
export function dataPage<Schema extends z.ZodType, Remote>(
  schema: Schema,
  read: (wired: z.output<Schema>) => Remote,
): (body: unknown) => (DecodedRecords<Remote> & { readonly total: number }) | undefined {
  return (body) => {
    const list = List.safeParse(body).data;
    return list && { ...decodeRecords(list.data ?? [], schema, read), total: list.total_count };
  };
}

/** Decodes a single record; `complete` adds what the answer may leave out, from the row at hand. */
export function oneRecord<Schema extends z.ZodType, Remote, Known>(
  schema: Schema,
  read: (wired: z.output<Schema>, known: Known) => Remote,
  complete: (body: unknown, known: Known) => unknown = (body) => body,
): (body: unknown, known: Known) => Remote | undefined {
  return (body, known) => {
    const decoded = schema.safeParse(complete(body, known));
    return decoded.success ? read(decoded.data, known) : undefined;
  };
}

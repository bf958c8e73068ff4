import type { PageRequest } from '@main/sync/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';

/** What a page's body says; `total` is null where the list does not state it. */
export interface DecodedPage<E extends EntityName> {
  readonly records: readonly RemoteRecord<E>[];
  readonly total: number | null;
}

/** How an entity is read from the service. Decoders return undefined for a body they cannot understand. */
export interface Endpoint<E extends EntityName> {
  pagePath(page: PageRequest): string;
  decodePage(body: unknown): DecodedPage<E> | undefined;
  onePath(known: StoredRecord<E>): string;
  /** Null: the body says that the record does not exist. */
  decodeOne(body: unknown, known: StoredRecord<E>): RemoteRecord<E> | null | undefined;
}

/** Decodes `{ data, total_count }`, the shape of most lists. */
export function dataPage<Schema extends z.ZodType, Remote>(
  schema: Schema,
  read: (wired: z.output<Schema>) => Remote,
): (body: unknown) => { readonly records: readonly Remote[]; readonly total: number } | undefined {
  const list = z.object({ data: z.array(schema), total_count: z.number() });
  return (body) => {
    const decoded = list.safeParse(body);
    if (!decoded.success) return undefined;
    return { records: decoded.data.data.map(read), total: decoded.data.total_count };
  };
}

/** Decodes a single record. */
export function oneRecord<Schema extends z.ZodType, Remote, Known>(
  schema: Schema,
  read: (wired: z.output<Schema>, known: Known) => Remote,
): (body: unknown, known: Known) => Remote | undefined {
  return (body, known) => {
    const decoded = schema.safeParse(body);
    return decoded.success ? read(decoded.data, known) : undefined;
  };
}

import { type EntityName, modelOf } from '@shared/domain/entity';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { AnyField, Fields } from '@shared/domain/kinds/field';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../api-call';
import { decodeRecords } from '../decode-records';
import type { PageRequest } from '../identity-port';
import { sameInAnyCase, textOf } from '../text-of';
import { tooDeepAt } from '../too-deep';
import { TotalCount } from '../total-count';
import type { Adapter, Search } from './adapter';
import type { RecordReader } from './record-reader';

/**
 * Oldest first: what is made during a walk lands behind it, so that only deletions shift what is still ahead.
 * A bare field name sorts upwards.
 */
const order = 'order_by=created_at';
export const offsetPage = ({ limit, offset }: Pick<PageRequest, 'limit' | 'offset'>): string =>
  `${order}&limit=${limit}&offset=${offset}`;
export const cursorPage = (limit: number, after: string): string =>
  `${order}&limit=${limit}${apiPath`&starting_after=${after}`}`;

const Counted = TotalCount.extend({ data: z.array(z.unknown()).nullable() });

/** What the spec lists as a bare array, which counts nothing; asked for pages, some of it is counted. */
const Listed = z.union([Counted, z.array(z.unknown()).transform((data) => ({ data, total_count: null }))]);

/** Body that creates a record or changes it, by the properties that fields name. Fields without one are the adapter's own. */
export function wireBody(entity: EntityName, values: JsonObject): Record<string, JsonValue> {
  const { fields: held, said } = modelOf(entity);
  const fields: Fields = { ...held, ...said };
  const body: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const wire = wireOf(fields[name]);
    // Empty texts mean "not set", so they are left out: the service would refuse an empty slug.
    if (wire !== undefined && value !== null && value !== '') body[wire] = value;
  }
  return body;
}

/** The property that a field is set by; undefined where setting it takes more. */
export function wireOf(field: AnyField | undefined): string | undefined {
  return field?.wire?.includes('.') ? undefined : field?.wire;
}

/** A list, record by record. `bare`: it may come as an array; where it may not, an array is an answer that cannot be read. */
export function decodePage<E extends EntityName>(
  { schema, read }: RecordReader<E>,
  bare = false,
): Adapter<E>['decodePage'] {
  return (body) => {
    const list = (bare ? Listed : Counted).safeParse(body).data;
    return (
      list && { ...decodeRecords(list.data ?? [], schema, (wired) => read(wired)), total: list.total_count }
    );
  };
}

/** A record by itself; undefined where it cannot be read. */
export function decodeRecord<E extends EntityName>({ schema, read }: RecordReader<E>) {
  return (body: unknown, known?: StoredRecord<E>): RemoteRecord<E> | undefined => {
    const decoded = tooDeepAt(body) === undefined ? schema.safeParse(body) : undefined;
    return decoded?.success ? read(decoded.data, known) : undefined;
  };
}

/** A record that has no address of its own, out of a list that would hold it; null where all of the list is there, and it is not. */
export function decodeListed<E extends EntityName>(
  page: (body: unknown) => ReturnType<Adapter<E>['decodePage']>,
): Adapter<E>['decodeOne'] {
  return (body, { id }) => {
    const list = page(body);
    const found = list?.records.find((record) => record.id === id);
    const isWhole = list?.unread.length === 0 && list.records.length >= (list.total ?? 0);
    return found ?? (isWhole ? null : undefined);
  };
}

/** An entity that is a resource of its own, at one path: listed, read, and where its model says so created, edited and deleted. */
export function resource<E extends EntityName>(entity: E, path: string, reader: RecordReader<E>) {
  const fields: Fields = modelOf(entity).fields;
  const itsPath = (record: StoredRecord<E>): string => path + apiPath`/${record.id}`;
  const decode = decodeRecord(reader);
  return {
    pagePath: (page: PageRequest) => `${path}?${offsetPage(page)}`,
    decodePage: decodePage(reader),
    onePath: itsPath,
    decodeOne: decode,
    decodeAnswer: decode,
    create: (values: JsonObject): ApiCall => ({ method: 'POST', path, json: wireBody(entity, values) }),
    update: (record: StoredRecord<E>, field: string, value: JsonValue): ApiCall | null => {
      const wire = wireOf(fields[field]);
      return wire === undefined ? null : { method: 'PATCH', path: itsPath(record), json: { [wire]: value } };
    },
    remove: (record: StoredRecord<E>): ApiCall => ({ method: 'DELETE', path: itsPath(record) }),
  } satisfies Adapter<E>;
}

/** What a creation may have made is looked for by its key (spec: `query` of the list). */
export const byKey =
  (path: string) =>
  (values: JsonObject): Search<'role' | 'permission' | 'roleSet'> => {
    const key = textOf(values, 'key');
    return {
      paths: [`${path}?${apiPath`query=${key}&limit=${100}`}`],
      isLike: (record) => sameInAnyCase(record.key, key),
    };
  };

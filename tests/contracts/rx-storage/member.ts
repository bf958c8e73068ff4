import {
  type BulkWriteRow,
  fillWithDefaultSettings,
  type MangoQuery,
  normalizeMangoQuery,
  prepareQuery,
  type RxDocumentData,
  type RxDocumentWriteData,
  type RxJsonSchema,
} from 'rxdb';

/** The documents of the contract: like a membership, with one field of every kind. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly age: number;
  readonly active: boolean;
  readonly note?: string | null;
  readonly tags?: readonly string[];
  readonly address?: { readonly city: string };
}

const SCHEMA: RxJsonSchema<Member> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 60 },
    name: { type: 'string', maxLength: 60 },
    role: { type: 'string', maxLength: 20 },
    age: { type: 'integer', minimum: 0, maximum: 200, multipleOf: 1 },
    active: { type: 'boolean' },
    note: { type: ['string', 'null'] },
    tags: { type: 'array', items: { type: 'string' } },
    address: { type: 'object', properties: { city: { type: 'string' } } },
  },
  required: ['id', 'name', 'role', 'age', 'active'],
  indexes: ['name', ['role', 'name'], 'age'],
  attachments: {},
};

export const MEMBER_SCHEMA: RxJsonSchema<RxDocumentData<Member>> = fillWithDefaultSettings(SCHEMA);

/** A query over members, as RxDB hands it to a storage. */
export function prepared(query: MangoQuery<Member>) {
  return prepareQuery(MEMBER_SCHEMA, normalizeMangoQuery(MEMBER_SCHEMA, query));
}

let clock = 1_700_000_000_000;

/** The next last-write time: a counter, so that orders are certain. */
export function nextLwt(): number {
  clock += 1;
  return clock;
}

/** A whole stored member; what is not given is filled in. */
export function member(
  id: string,
  fields: Partial<RxDocumentWriteData<Member>> = {},
): RxDocumentData<Member> {
  return {
    id,
    name: `name of ${id}`,
    role: 'member',
    age: 30,
    active: true,
    _deleted: false,
    _attachments: {},
    _rev: '1-first',
    _meta: { lwt: nextLwt() },
    ...fields,
  } as RxDocumentData<Member>;
}

/** An update of a stored member: next revision, later write time. */
export function changed(
  previous: RxDocumentData<Member>,
  fields: Partial<RxDocumentWriteData<Member>>,
): BulkWriteRow<Member> {
  const height = Number.parseInt(previous._rev, 10) + 1;
  return {
    previous,
    document: { ...previous, _rev: `${height}-next`, _meta: { lwt: nextLwt() }, ...fields },
  } as BulkWriteRow<Member>;
}

/** A member with one text attachment, `file`. */
export function withAttachment(id: string, text: string) {
  const data = new Blob([text], { type: 'text/plain' });
  const attachment = { data, digest: `digest of ${text}`, length: data.size, type: data.type };
  return { ...member(id), _attachments: { file: attachment } };
}

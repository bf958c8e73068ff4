import { RecordId } from '@shared/domain/ids';
import { isJsonArray, JsonObject, type JsonValue } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { isUnverified, partsOf } from '@shared/domain/settings-parts';
import type { Adapter } from './adapter';

/** The singletons, in the order of the walk: what everything else is validated against comes first. */
const paths: Readonly<Record<string, string>> = {
  organization_settings: '/instance/organization_settings',
  instance: '/instance',
  communication: '/instance/communication',
  /** Written only: no call reads it. */
  restrictions: '/instance/restrictions',
  /** Not everybody's: asked for by nobody, written where it is wanted. */
  protect: '/instance/protect',
};
const ids = Object.keys(paths).map((id) => RecordId.parse(id));
const read = ids.filter((id) => !wholeUnread(id));
const pathOf = (id: string): string => paths[id] ?? '';

function wholeUnread(id: string): boolean {
  return Object.keys(partsOf(id)).every((key) => isUnverified(id, key));
}

/** Every key is kept, also those that are not known yet; lists as the sets that they are. */
function decode(id: RecordId, body: unknown): RemoteRecord<'settings'> | undefined {
  const decoded = JsonObject.safeParse(body).data;
  if (decoded === undefined) return undefined;
  const { object: _object, id: _id, ...values } = decoded;
  return {
    id,
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, ordered(value)])),
  };
}

const ordered = (value: JsonValue): JsonValue =>
  value !== null && typeof value === 'object' && isJsonArray(value)
    ? [...value].sort((a, b) => (String(a) < String(b) ? -1 : 1))
    : value;

const unreadKeys = (id: RecordId): readonly string[] =>
  Object.keys(partsOf(id)).filter((key) => isUnverified(id, key));

const heldOf = (known: StoredRecord<'settings'>): JsonObject => serverRow('settings', known)?.values ?? {};

/** With what was last written from here of what the service does not show. */
function withUnread(
  record: RemoteRecord<'settings'>,
  known: StoredRecord<'settings'>,
): RemoteRecord<'settings'> {
  const held = heldOf(known);
  const kept = unreadKeys(record.id).flatMap((key) =>
    key in held ? [[key, held[key] ?? null] as const] : [],
  );
  return { ...record, values: { ...Object.fromEntries(kept), ...record.values } };
}

/** `PATCH /instance` answers 204 without a body. */
const maybeEmpty = (text: string): unknown => (text === '' ? null : JSON.parse(text));

/**
 * Singletons, walked as the pages of one list, one each. What the service never shows stands as it was last written, and blank
 * at first: a page leaves it as it is stored.
 */
export const settings: Adapter<'settings'> = {
  pagePath: ({ offset }) => pathOf(read[Math.min(offset, read.length - 1)] ?? ''),
  decodePage: (body, { offset = 0 } = { offset: 0, limit: 1 }) => {
    const id = read[Math.min(offset, read.length - 1)];
    const record = id && decode(id, body);
    if (record === undefined) return undefined;
    const keys = unreadKeys(record.id);
    const kept = [
      ...(keys.length > 0 ? [{ record, missing: keys.map((key) => `values.${key}`) }] : []),
      ...(offset < read.length - 1
        ? []
        : ids
            .filter((one) => !read.includes(one))
            .map((one) => ({ record: { id: one, values: {} }, missing: ['values'] }))),
    ];
    return { records: keys.length > 0 ? [] : [record], unread: [], kept, total: ids.length };
  },
  onePath: ({ id }) => pathOf(id),
  asKnown: (known) => (wholeUnread(known.id) ? { id: known.id, values: heldOf(known) } : null),
  decodeOne: (body, known) => {
    const record = decode(known.id, body);
    return record && withUnread(record, known);
  },
  decodeAnswer: (body, known, sent) => {
    if (known === undefined) return undefined;
    if (body !== null) {
      const record = decode(known.id, body);
      return record && withUnread(record, known);
    }
    const key = sent?.field.replace(/^values\./, '') ?? '';
    return { id: known.id, values: { ...heldOf(known), [key]: sent?.value ?? null } };
  },
  update: ({ id }, field, value, roleIds) => {
    const key = field.replace(/^values\./, '');
    const part = partsOf(id)[key];
    if (part === undefined) return null;
    const given = part.wire === undefined ? value : (roleIds.get(String(value)) ?? value);
    return { method: 'PATCH', path: pathOf(id), json: { [part.wire ?? key]: given }, read: maybeEmpty };
  },
  roleKeys: ({ id }, field, value) =>
    partsOf(id)[field.replace(/^values\./, '')]?.wire === undefined ? [] : [String(value)],
};

import { z } from 'zod';
import { t } from '../../language/t';
import { holdsMask, isUnknownValue } from '../config-field';
import { lastTime, readMoment } from '../iso-time';
import { isJsonArray, JsonObject, JsonValue } from '../json';
import { type KindSpec, type Known, neverSet } from './kind';
import { stored } from './stored';
import { texts } from './texts';
import { wire, wireList } from './wire';

/** Largest logo that can be staged, bytes. The service takes 10 MB; a store that keeps every edit should not. */
export const maxLogoBytes = 2_000_000;

/** Most that one kind of metadata takes, in bytes (source: Clerk's documentation, "User metadata"). */
const maxMetadataBytes = 8_192;

const dataUri = /^data:image\/(png|jpeg|gif|webp|x-icon);base64,([a-z0-9+/]+={0,2})$/i;

const count = {
  schema: z.number().int(),
  wire: wire.whole,
  stored: stored.whole,
  blank: 0,
  asked: 'number',
  spelling: 'exact',
  fault: neverSet,
} as const satisfies KindSpec<number>;

const list = {
  schema: z.array(z.string()),
  wire: wireList(z.string()),
  stored: stored.list,
  blank: [] as string[],
  asked: 'any',
  spelling: 'text',
  fault: (value) =>
    value !== null &&
    typeof value === 'object' &&
    isJsonArray(value) &&
    value.every((item) => typeof item === 'string') &&
    new Set(value).size === value.length
      ? null
      : t('must be a list of texts, each once'),
} as const satisfies KindSpec<string[]>;

const json = {
  schema: JsonObject,
  wire: wire.metadata,
  stored: stored.object,
  blank: {},
  asked: 'any',
  spelling: 'exact',
  fault: neverSet,
} as const satisfies KindSpec<JsonObject>;

/** Every kind of field there is: a closed union, so that a surface that forgets one does not compile. */
export const kinds = {
  ...texts,
  count,
  /** A whole number that is set. */
  number: {
    ...count,
    fault: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? null
        : t('must be a whole number from 0'),
  },
  /** A limit on members; 0 means unlimited. */
  seats: {
    ...count,
    fault: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000_000
        ? null
        : t('must be a whole number from 0 (unlimited) upwards'),
  },
  /** A limit that may be left to the instance (null); 0 means unlimited. */
  limit: {
    schema: z.number().int().nullable(),
    wire: z
      .number()
      .int()
      .min(0)
      .nullish()
      .transform((value) => value ?? null),
    stored: stored.any,
    blank: null,
    asked: 'number',
    spelling: 'exact',
    fault: (value) =>
      value === null ||
      (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000)
        ? null
        : t('must be a whole number from 0 (unlimited) upwards, or nothing'),
  },
  /** Milliseconds since 1970; 0 for never. Where it is set, also as ISO 8601 writes it. */
  time: {
    ...count,
    schema: z.number(),
    given: (text) => readMoment(text) ?? text,
    fault: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastTime
        ? null
        : t('must be a moment such as 2026-11-30T09:00:00Z'),
  },
  /** A share or another fraction; null where there is nothing to measure it against. */
  ratio: {
    schema: z.number().nullable(),
    wire: z.number().nullable(),
    stored: stored.any,
    blank: null,
    asked: 'number',
    spelling: 'exact',
    fault: neverSet,
  },
  flag: {
    schema: z.boolean(),
    wire: wire.flag,
    stored: stored.flag,
    blank: false,
    asked: 'flag',
    spelling: 'exact',
    fault: (value) => (typeof value === 'boolean' ? null : t('must be on or off')),
  },
  /** One of the words that the field names. */
  choice: {
    ...texts.text,
    spelling: 'exact',
    fault: (value) => (typeof value === 'string' ? null : t('must be one of its words')),
  },
  list,
  /** Keys of permissions: a set. */
  permissions: {
    ...list,
    held: asSet,
    fault: (value, { permissionKeys }) => setFault(value, permissionKeys, 'permissions'),
  },
  /** Keys of roles: a set. */
  roles: { ...list, held: asSet, fault: (value, { roles }) => setFault(value, roles, 'roles') },
  /** Groups of a directory in the order of their precedence, each with the role that it gives. */
  groupRoles: {
    schema: z.array(z.object({ group: z.string(), role: z.string() })),
    wire: wireList(z.object({ group: z.string(), role: z.string() })),
    stored: stored.list,
    blank: [] as { group: string; role: string }[],
    asked: 'any',
    spelling: 'exact',
    fault: groupRolesFault,
  },
  /** Roles by role: whoever has the one gets the other. */
  roleMap: { ...json, spelling: 'exact', fault: roleMapFault },
  /** A picture: an address on the service, or a `data:` URI while a new one is staged; '' when there is none. */
  image: { ...texts.text, stored: stored.any, spelling: 'exact', fault: (value) => imageFault(value, false) },
  /** A picture that may be a Windows icon as well. */
  icon: { ...texts.text, stored: stored.any, spelling: 'exact', fault: (value) => imageFault(value, true) },
  /** Metadata: keys are the customer's own. */
  json,
  /** One value inside of metadata, whatever JSON it is; null takes its key out. */
  entry: {
    schema: JsonValue,
    wire: z.custom<JsonValue>(() => true),
    stored: stored.any,
    blank: null,
    asked: 'any',
    spelling: 'exact',
    fault: (value) =>
      JSON.stringify(value).length > maxMetadataBytes
        ? t('must not be larger than {size, number} KB', { size: maxMetadataBytes / 1_024 })
        : null,
  },
  /** Settings whose parts a schema describes at run time; each is a field of its own (`config-field.ts`). */
  config: { ...json, spelling: 'text', fault: configFault },
} as const satisfies Record<
  string,
  | KindSpec<string>
  | KindSpec<number>
  | KindSpec<number | null>
  | KindSpec<boolean>
  | KindSpec<string[]>
  | KindSpec<{ group: string; role: string }[]>
  | KindSpec<JsonObject>
  | KindSpec<JsonValue>
>;

export type Kind = keyof typeof kinds;
export type KindValue<K extends Kind> = z.output<(typeof kinds)[K]['schema']>;

/** The kind's entry, whatever its values are. */
export const kindSpec = (kind: Kind): KindSpec<JsonValue> => kinds[kind] as unknown as KindSpec<JsonValue>;

/** What a setting allows is the service's to say: its dry run does. */
function configFault(value: JsonValue): string | null {
  if (isUnknownValue(value)) return t('cannot be set to a mask or to nothing');
  if (holdsMask(value)) return t('cannot hold the mask of a secret');
  if (typeof value === 'string')
    return value.length > 2_000 ? t('must not be longer than 2,000 characters') : null;
  return JSON.stringify(value).length > maxMetadataBytes
    ? t('must not be larger than {size, number} KB', { size: maxMetadataBytes / 1_024 })
    : null;
}

/** Source: the service's rules (spec, `PUT /organizations/{organization_id}/logo`, `POST /platform/applications/{applicationID}/favicon`). */
function imageFault(value: JsonValue, icons: boolean): string | null {
  if (value === '') return null;
  const [, type, base64] = (typeof value === 'string' && dataUri.exec(value)) || [];
  if (base64 === undefined || (type?.toLowerCase() === 'x-icon' && !icons))
    return icons
      ? t('must be a PNG, JPEG, GIF, WebP or ICO image')
      : t('must be a PNG, JPEG, GIF or WebP image');
  return (base64.length * 3) / 4 > maxLogoBytes
    ? t('must not be larger than {size, number} MB', { size: maxLogoBytes / 1_000_000 })
    : null;
}

/** A list whose order and doubles say nothing. */
function asSet(value: JsonValue): JsonValue {
  return typeof value !== 'object' || value === null || !isJsonArray(value)
    ? value
    : [...new Set(value)].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

function groupRolesFault(value: JsonValue, { roles: known }: Known): string | null {
  const read = z.array(z.strictObject({ group: z.string().min(1), role: z.string() })).safeParse(value).data;
  if (read === undefined) return t('must be a list of { group, role }');
  if (new Set(read.map(({ group }) => group)).size !== read.length) return t('must name each group once');
  const odd = read.find(({ role }) => !known.has(role));
  return odd === undefined ? null : t('must give the group {group} a role that exists', { group: odd.group });
}

function roleMapFault(value: JsonValue, { roles: known }: Known): string | null {
  const read = z.record(z.string(), z.string()).safeParse(value).data;
  if (read === undefined) return t('must be roles by role: { "org:one": "org:other" }');
  const odd = Object.entries(read)
    .flat()
    .find((key) => !known.has(key));
  return odd === undefined ? null : t('must name roles that exist: {odd} does not', { odd });
}

function setFault(
  value: JsonValue,
  known: { readonly has: (key: string) => boolean },
  many: string,
): string | null {
  if (typeof value !== 'object' || value === null || !isJsonArray(value)) return t('must be a list');
  return value.every((key) => typeof key === 'string' && known.has(key))
    ? null
    : t('must hold {many} that exist', { many });
}

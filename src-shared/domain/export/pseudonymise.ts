import { isJsonArray, type JsonValue } from '../json';
import type { Kind } from '../kinds/kinds';

/** Kinds that say nothing of anybody: figures, choices, and keys of roles. */
const harmless: ReadonlySet<Kind> = new Set([
  'count',
  'number',
  'seats',
  'limit',
  'time',
  'ratio',
  'flag',
  'choice',
  'role',
  'roles',
  'permissions',
  'setKey',
  'color',
]);

/** Texts of a few words that the service chose. */
const ordinary: ReadonlySet<string> = new Set([
  'status',
  'environment',
  'identifierType',
  'locale',
  'ownership',
  'payer',
  'period',
  'roleName',
  'type',
  'verification',
]);

/** Kinds that hold keys of roles and permissions. */
const keyed: ReadonlySet<Kind> = new Set(['key', 'groupRoles', 'roleMap']);
/** Kinds whose values are the customer's own: a number may be that of a person. */
const own: ReadonlySet<Kind> = new Set(['json', 'entry']);

const plainKey = /^[A-Za-z][\w.:-]{0,60}$/;
const roleKey = /^(org|role_set):[a-z0-9_:]+$/;
/** As the service makes them (KSUID); `jane_doe` has that shape only where nobody chooses what stands there. */
const serviceId = /^([a-z]{2,12})_(?=\w*\d)[A-Za-z0-9]{27}$/;
const anyId = /^([a-z]{2,12})_[A-Za-z0-9]{8,}$/;

/**
 * A value with whatever might tell a person or an organization replaced: the same by the same, so that tables can still be joined.
 * What is not known to be harmless is replaced. Keys of metadata stay where they are plain words, for they are structure.
 *
 * @param hash ten letters and digits for a text, the same whenever the salt is. Pure.
 */
export function pseudonymised(
  { path, kind }: { readonly path: string; readonly kind: Kind },
  value: JsonValue | undefined,
  hash: (text: string) => string,
): JsonValue | undefined {
  return harmless.has(kind) || ordinary.has(path) ? value : replaced(value, kind, hash);
}

function replaced(
  value: JsonValue | undefined,
  kind: Kind,
  hash: (text: string) => string,
): JsonValue | undefined {
  if (typeof value === 'string') return pseudonym(value, kind, hash);
  if (typeof value === 'number') return own.has(kind) ? numeral(hash(String(value)), 9) : value;
  if (value === null || typeof value !== 'object') return value;
  const inner = (each: JsonValue): JsonValue => replaced(each, kind, hash) ?? null;
  if (isJsonArray(value)) return value.map(inner);
  const keyFor = (key: string): string =>
    plainKey.test(key) && !serviceId.test(key) ? key : pseudonym(key, kind, hash);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [keyFor(key), inner(each)]));
}

/** One that has the shape of what it stands for: an id, an address, a number, a link, else a name. */
function pseudonym(text: string, kind: Kind, hash: (text: string) => string): string {
  if (text === '' || (keyed.has(kind) && roleKey.test(text))) return text;
  const mine = hash(text);
  const [, prefix] = (kind === 'ref' || kind === 'link' ? anyId : serviceId).exec(text) ?? [];
  if (prefix !== undefined) return `${prefix}_${mine}`;
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return `${mine}@person.example`;
  // No country has 999, and so many digits that no two people share one.
  if (/^\+?[\d\s().-]{6,}$/.test(text)) return `+999${String(numeral(mine, 12)).padStart(12, '0')}`;
  if (/^(https?:\/\/|data:)/.test(text)) return `https://${mine}.example/`;
  return `Name ${mine}`;
}

const numeral = (hashed: string, digits: number): number => Number.parseInt(hashed, 36) % 10 ** digits;

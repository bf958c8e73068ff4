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

/**
 * A value with whatever might tell a person or an organization replaced: the same by the same, so that tables can still be joined.
 * What is not known to be harmless is replaced. Keys of metadata stay, for they are structure.
 *
 * @param hash ten letters and digits for a text, the same whenever the salt is. Pure.
 */
export function pseudonymised(
  { path, kind }: { readonly path: string; readonly kind: Kind },
  value: JsonValue | undefined,
  hash: (text: string) => string,
): JsonValue | undefined {
  return harmless.has(kind) || ordinary.has(path) ? value : replaced(value, hash);
}

function replaced(value: JsonValue | undefined, hash: (text: string) => string): JsonValue | undefined {
  if (typeof value === 'string') return pseudonym(value, hash);
  if (value === null || typeof value !== 'object') return value;
  if (isJsonArray(value)) return value.map((each) => replaced(each, hash) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, hash) ?? null]));
}

/** One that has the shape of what it stands for: an id, an address, a number, a link, else a name. */
function pseudonym(text: string, hash: (text: string) => string): string {
  if (text === '' || /^(org|role_set):[a-z0-9_:]+$/.test(text)) return text;
  const own = hash(text);
  const [, prefix] = /^([a-z]{2,12})_[A-Za-z0-9]{8,}$/.exec(text) ?? [];
  if (prefix !== undefined) return `${prefix}_${own}`;
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return `${own}@person.example`;
  if (/^\+?[\d\s().-]{6,}$/.test(text))
    return `+1555${String(Number.parseInt(own, 36) % 10_000_000).padStart(7, '0')}`;
  if (/^(https?:\/\/|data:)/.test(text)) return `https://${own}.example/`;
  return `Name ${own}`;
}

import type { Kind } from '../kinds/kinds';

/** Ten characters or more for a text, without a vowel: no name comes out by chance. The same whenever the salt is. */
export type PseudonymHash = (text: string) => string;

/** Kinds that hold keys of roles and permissions. */
const keyed: ReadonlySet<Kind> = new Set(['key', 'groupRoles', 'roleMap']);
const roleKey = /^(org|role_set):[\w:.-]+$/;
/** Anything else in a colour's place is a text. */
const color = /^(?:#[0-9a-f]{3,8}|[a-z]+\([\d\s.,%/-]+\))$/i;
/** What stands for a secret already. */
const mask = /^[•*]+$/;
/** As the service makes them (KSUID); `jane_doe` has that shape only where nobody chooses what stands there. */
const serviceId = /^([a-z]{2,12})_(?=\w*\d)([A-Za-z0-9]{27})$/;
/** A user name, the key of a plan, a word of a program: where one stands, a blank cannot. */
const token = /^(?=.*\p{Ll})[\p{Ll}\d_.-]+$/u;
const anyId = /^([a-z]{2,12})_([A-Za-z0-9]+)$/;
const domain = /^(?=.{4,253}$)(?:[\p{L}\p{N}-]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;
/** `{{user.first_name}}`, `{{#if app.logo}}`, `{{/if}}`: one variable or word of the template's language, and no text. */
const tag = /\{\{\{?\s*(?:#\w+\s+|[/>]\s*)?[a-z_][\w.]*\s*\}?\}\}/gi;

/** What stands for a text, of the shape that it has: an id, an address, a domain, a number, a link, a word without blanks or capitals, a text with variables, else a name. Pure. */
export function pseudonym(text: string, kind: Kind, hash: PseudonymHash): string {
  if (text === '' || mask.test(text) || (keyed.has(kind) && roleKey.test(text))) return text;
  if (kind === 'color' && color.test(text)) return text;
  const [, prefix, body = ''] = (kind === 'ref' || kind === 'link' ? anyId : serviceId).exec(text) ?? [];
  if (prefix !== undefined) return `${prefix}_${idBody(text, body, hash)}`;
  if (kind === 'slug') return hash(text);
  const [, local = '', host] = /^([^@\s]+)@([^@\s]+)$/.exec(text) ?? [];
  if (host !== undefined) return `${local === '*' ? '*' : hash(local)}@${hostFor(host, hash)}`;
  if (domain.test(text)) return hostFor(text, hash);
  if (/^0x[0-9a-f]{40}$/i.test(text)) return `0x${hexOf(longer(text, 40, hash))}`;
  // No country has 999, and so many digits that no two people share one.
  if (/^\+?[\d\s().-]{6,}$/.test(text)) return `+999${String(numeral(hash(text))).padStart(12, '0')}`;
  const [, scheme, place = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(text) ?? [];
  if (scheme !== undefined) return link(scheme, place, rest, hash);
  if (text.startsWith('data:')) return `https://${hash(text)}.example/`;
  if (token.test(text)) return hash(text);
  const tags = text.match(tag) ?? [];
  if (tags.length === 1 && tags[0] === text) return text;
  return [`Name ${hash(text)}`, ...tags].join(' ');
}

/** As long as the real one, and hexadecimal where that is. */
function idBody(text: string, body: string, hash: PseudonymHash): string {
  const long = longer(text, Math.max(body.length, 10), hash);
  return /^[0-9a-f]{32}$/i.test(body) ? hexOf(long) : long;
}

function longer(text: string, length: number, hash: PseudonymHash): string {
  let made = hash(text);
  for (let more = 1; made.length < length; more += 1) made += hash(`${more} ${text}`);
  return made.slice(0, length);
}

const hexOf = (text: string): string =>
  [...text].map((each) => (each.charCodeAt(0) % 16).toString(16)).join('');

/** A whole domain is one name: what stands before it is not told either. Source of `.example`: RFC 2606. */
const hostFor = (host: string, hash: PseudonymHash): string => `${hash(host.toLowerCase())}.example`;

/** The scheme of an app is its name. */
function link(scheme: string, place: string, rest: string, hash: PseudonymHash): string {
  const tail = rest === '' || rest === '/' ? rest : `/${hash(rest)}`;
  return /^https?$/i.test(scheme)
    ? `${scheme}://${hostFor(place, hash)}${tail}`
    : `app-${hash(scheme)}://${place === '' ? '' : hash(place)}${tail}`;
}

const numeral = (hashed: string): number => Number.parseInt(hashed.slice(0, 10), 36) % 10 ** 12;

import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import type { AnyField } from '../kinds/field';
import type { Kind } from '../kinds/kinds';
import { type PseudonymHash, pseudonym } from './pseudonym';

/**
 * What becomes of the values of a kind. `stays`: figures, choices and keys of roles say nothing of anybody. `texts`: every text inside is
 * replaced, figures stay. `own`: the customer's own, texts and figures: a number may be that of a person.
 */
const rules = {
  text: 'texts',
  prose: 'texts',
  name: 'texts',
  slug: 'texts',
  key: 'texts',
  email: 'texts',
  phone: 'texts',
  secret: 'texts',
  ref: 'texts',
  link: 'texts',
  color: 'texts',
  image: 'texts',
  icon: 'texts',
  list: 'texts',
  groupRoles: 'texts',
  roleMap: 'texts',
  config: 'texts',
  json: 'own',
  entry: 'own',
  count: 'stays',
  number: 'stays',
  seats: 'stays',
  limit: 'stays',
  time: 'stays',
  ratio: 'stays',
  roles: 'stays',
  flag: 'stays',
  choice: 'stays',
  role: 'stays',
  setKey: 'stays',
  permissions: 'stays',
} as const satisfies Record<Kind, 'stays' | 'texts' | 'own'>;

/** What decides about a value: the kind of its field, whether that is plain or goes by ids (`FieldOptions.plain`, `byId`), and the fields known inside of it, by path. */
export interface Told {
  readonly kind: Kind;
  readonly plain?: true | undefined;
  readonly byId?: true | undefined;
  readonly known?: Readonly<Record<string, Pick<AnyField, 'kind' | 'plain'>>> | undefined;
}

/**
 * A value with whatever might tell a person or an organization replaced: the same by the same, so that tables can still be joined.
 * What is not known to be harmless is replaced. Keys of metadata stay where they are plain words, for they are structure. Pure.
 */
export function pseudonymised(
  { kind, plain, byId, known }: Told,
  value: JsonValue | undefined,
  hash: PseudonymHash,
): JsonValue | undefined {
  return plain === true || rules[kind] === 'stays'
    ? value
    : replaced(value, { kind, byId, known, path: '' }, hash);
}

/** Where a value stands inside of a field's. */
interface Place extends Pick<Told, 'known' | 'byId'> {
  readonly kind: Kind;
  /** '' for the field's own. */
  readonly path: string;
}

function replaced(value: JsonValue | undefined, place: Place, hash: PseudonymHash): JsonValue | undefined {
  const { kind, byId, known } = place;
  // Where fields are known the keys are the service's: figures beside them are its own, and keys of roles stand there.
  if (typeof value === 'string') return pseudonym(value, known === undefined ? kind : 'key', hash);
  if (typeof value === 'number')
    return rules[kind] === 'own' && known === undefined ? figure(hash(String(value))) : value;
  if (value === null || typeof value !== 'object') return value;
  if (isJsonArray(value)) return value.map((each) => replaced(each, place, hash) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      byId === true ? pseudonym(key, 'key', hash) : keyFor(key, kind, hash),
      inside(value, key, place, hash) ?? each,
    ]),
  );
}

/** A value by its key: as the field that is known to stand there says. */
function inside(
  value: JsonObject,
  key: string,
  { path, ...place }: Place,
  hash: PseudonymHash,
): JsonValue | undefined {
  const at = path === '' ? key : `${path}.${key}`;
  const field = place.known?.[at];
  return field !== undefined && field.kind !== 'group'
    ? pseudonymised({ kind: field.kind, plain: field.plain }, value[key], hash)
    : replaced(value[key], { ...place, path: at }, hash);
}

const plainKey = /^[A-Za-z][\w.:-]{0,60}$/;
const domainLike = /\.[a-z]{2,}$/i;
/** An id of whatever service (`cus_NffrFeUfNV2Hib`, a UUID), a token, or a number of somebody. */
const idLike = /\d{5}|[0-9a-f]{8}-[0-9a-f]{4}|_(?=\w*\d)[A-Za-z0-9]{10,}$|^(?=.*\d)[A-Za-z0-9]{16,}$/i;

const keyFor = (key: string, kind: Kind, hash: PseudonymHash): string =>
  plainKey.test(key) && !domainLike.test(key) && !idLike.test(key) ? key : pseudonym(key, kind, hash);

const figure = (hashed: string): number => Number.parseInt(hashed.slice(0, 10), 36) % 10 ** 9;

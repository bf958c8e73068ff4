import { t } from '../../language/t';
import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import { keyed } from './keyed';
import { type Rejection, reject } from './validation';

/** Most roles of one set (spec, `POST /role_sets`). */
const mostRoles = 10;

/** Source: spec, `POST` and `PATCH /role_sets`. There is no deletion: a role set is replaced by another one. */
export const roleSet = keyed('roleSet', {
  // After roles, before the organizations that use them.
  phases: { before: 1.5, deletion: 11 },
  pattern: /^role_set:[a-z0-9_]+$/,
  form: t('must be role_set: and a name in small letters, digits and underscores'),
  stays: true,
  full: ({ roleSets, organizationSettings }, made) => {
    const max = organizationSettings?.max_role_sets_allowed;
    return typeof max !== 'number' || roleSets.size + made < max
      ? null
      : reject(
          'limit',
          t('This instance has all of its {max, number} role sets.', { max }),
          t('Replace one of them by another first.'),
        );
  },
  fault: (values) => {
    const keys = keysIn(values);
    if (keys.length === 0 || keys.length > mostRoles)
      return reject(
        'invalid-input',
        t('A role set has 1 to {mostRoles, number} roles.', { mostRoles }),
        t('Choose its roles anew.'),
      );
    return (
      outside(keys, values.defaultRoleKey ?? '', defaultOutside) ??
      outside(keys, values.creatorRoleKey ?? '', creatorOutside)
    );
  },
  against: (record, path, value) => {
    if (!('roleKeys' in record)) return null;
    if (path === 'defaultRoleKey') return outside(record.roleKeys, value, defaultOutside);
    return path === 'creatorRoleKey' ? outside(record.roleKeys, value, creatorOutside) : null;
  },
  performs: ({ roleSets, roles, setUses }, record, operation, { by = '', mappings = {} }) => {
    if (operation !== 'replace' || !('roleKeys' in record)) return null;
    const offered = roleSets.get(String(by)) ?? [];
    const mapped = Object.entries(mappings ?? {});
    const odd = mapped.find(([, to]) => !offered.includes(String(to)));
    if (odd !== undefined)
      return reject(
        'invalid-input',
        t('The set {by} has no role {odd}.', { by: String(by), odd: String(odd[1]) }),
        t('Map to one of its roles.'),
      );
    const left = [...(setUses.get(record.key) ?? [])].find(
      ([key]) => !offered.includes(key) && !mapped.some(([from]) => from === key),
    );
    if (left === undefined) return null;
    const [key, members] = left;
    const named = roles.get(key)?.name ?? key;
    return reject(
      'in-use',
      t(
        '{members, plural, one {# membership has} other {# memberships have}} the role {role}, which {by} lacks.',
        { members, role: named, by: String(by) },
      ),
      t('Say in mappings what becomes of it: {mapping}.', {
        mapping: `{ "${key}": "${offered[0] ?? 'org:member'}" }`,
      }),
    );
  },
  undoDeletion: () => ({ kind: 'impossible', reason: t('A role set that was replaced does not come back.') }),
});

const keysIn = ({ roleKeys }: JsonObject): readonly JsonValue[] =>
  typeof roleKeys === 'object' && roleKeys !== null && isJsonArray(roleKeys) ? roleKeys : [];

const defaultOutside = (key: string): string =>
  t('The default role {key} is not among the roles of the set.', { key });
const creatorOutside = (key: string): string =>
  t('The creator’s role {key} is not among the roles of the set.', { key });

function outside(
  keys: readonly JsonValue[],
  key: JsonValue,
  says: (key: string) => string,
): Rejection | null {
  return keys.includes(key) ? null : reject('invalid-input', says(String(key)), t('Choose one of them.'));
}

import { isJsonArray, type JsonObject, type JsonValue } from '../json';
import { keyed } from './keyed';
import { reject, type Validation } from './validation';

/** Most roles of one set (spec, `POST /role_sets`). */
const mostRoles = 10;

/** Source: spec, `POST` and `PATCH /role_sets`. There is no deletion: a role set is replaced by another one. */
export const roleSet = keyed('roleSet', {
  // After roles, before the organizations that use them.
  phases: { before: 1.5, deletion: 11 },
  pattern: /^role_set:[a-z0-9_]+$/,
  form: 'must be role_set: and a name in small letters, digits and underscores',
  stays: true,
  full: ({ roleSets, organizationSettings }, made) => {
    const max = organizationSettings?.max_role_sets_allowed;
    return typeof max !== 'number' || roleSets.size + made < max
      ? null
      : reject(
          'limit',
          `This instance has all of its ${max} role sets.`,
          'Replace one of them by another first.',
        );
  },
  fault: (values) => {
    const keys = keysIn(values);
    if (keys.length === 0 || keys.length > mostRoles)
      return reject('invalid-input', `A role set has 1 to ${mostRoles} roles.`, 'Choose its roles anew.');
    return (
      outside(keys, values.defaultRoleKey ?? '', 'default role') ??
      outside(keys, values.creatorRoleKey ?? '', 'creator’s role')
    );
  },
  guard: (_, record, path, value) => {
    if (value === undefined || !('roleKeys' in record)) return null;
    if (path === 'defaultRoleKey') return outside(record.roleKeys, value, 'default role');
    return path === 'creatorRoleKey' ? outside(record.roleKeys, value, 'creator’s role') : null;
  },
  undoDeletion: () => ({ kind: 'impossible', reason: 'A role set that was replaced does not come back.' }),
});

const keysIn = ({ roleKeys }: JsonObject): readonly JsonValue[] =>
  typeof roleKeys === 'object' && roleKeys !== null && isJsonArray(roleKeys) ? roleKeys : [];

function outside(keys: readonly JsonValue[], key: JsonValue, what: string): Validation | null {
  return keys.includes(key)
    ? null
    : reject(
        'invalid-input',
        `The ${what} ${String(key)} is not among the roles of the set.`,
        'Choose one of them.',
      );
}

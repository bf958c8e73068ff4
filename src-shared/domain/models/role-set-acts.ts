import { t } from '../../language/t';
import { type JsonObject, type JsonValue, textsIn } from '../json';
import type { Act } from '../kinds/act';
import { role, roleMap, roles, setKey } from '../kinds/field';

const sorted = (keys: readonly string[]): string[] => [...new Set(keys)].sort();

/** What is done to the roles of a role set (spec: `POST /role_sets/{role_set_key_or_id}/roles`, `/roles/replace` and `/replace`). */
export const roleSetActs: Readonly<Record<'addRoles' | 'replaceRole' | 'replace', Act>> = {
  addRoles: {
    label: t('Add roles'),
    says: t('Organizations that use the set can give them.'),
    values: { roleKeys: roles({ label: t('Roles') }) },
    shows: ({ roleKeys }, given) => ({
      roleKeys: sorted([...textsIn(roleKeys), ...textsIn(given.roleKeys)]),
    }),
    fault: ({ roleKeys }, given) => {
      const all = sorted([...textsIn(roleKeys), ...textsIn(given.roleKeys)]);
      return all.length > 10 ? t('A role set has 10 roles at the most.') : null;
    },
    undo: () => t('A role leaves a role set only by being replaced by another one.'),
  },
  replaceRole: {
    label: t('Replace a role'),
    says: t(
      'Whoever has it in organizations of the set gets the other one, some time after it is reconciled.',
    ),
    values: { from: role({ label: t('Role that goes') }), to: role({ label: t('Role instead') }) },
    shows: (record, { from = '', to = '' }) => {
      const other = (key: JsonValue | undefined): string => String(key === from ? to : key);
      return {
        roleKeys: sorted(textsIn(record.roleKeys).map(other)),
        defaultRoleKey: other(record.defaultRoleKey),
        creatorRoleKey: other(record.creatorRoleKey),
      };
    },
    // Gone alone it may have been replaced by a third one.
    done: ({ roleKeys }, { from = '', to = '' }) =>
      !textsIn(roleKeys).includes(String(from)) && textsIn(roleKeys).includes(String(to)),
    fault: (record, given) => replaceFault(record, given),
    undo: () => t('Who had the role is not known any more once it was replaced.'),
  },
  replace: {
    label: t('Replace by another set'),
    says: t(
      'Its organizations use the other set, their members get the roles that are mapped, and this one is gone.',
    ),
    values: { by: setKey({ label: t('Set instead') }), mappings: roleMap({ label: t('Roles instead') }) },
    shows: () => ({}),
    ends: true,
    heir: { given: 'by', of: 'organization', by: 'roleSetKey', at: 'key' },
    fault: ({ key, type }, { by }) => {
      if (by === key) return t('A role set cannot be replaced by itself.');
      return type === 'initial'
        ? t('New organizations begin with this set: make another one the first.')
        : null;
    },
    undo: () =>
      t('A role set that was replaced does not come back, and who had which role is not known any more.'),
  },
};

function replaceFault({ roleKeys }: JsonObject, { from = '', to = '' }: JsonObject): string | null {
  if (from === to) return t('A role cannot be replaced by itself.');
  return textsIn(roleKeys).includes(String(from))
    ? null
    : t('The role set has no role {from}.', { from: String(from) });
}

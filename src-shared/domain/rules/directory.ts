import { t } from '../../language/t';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { accept, reject } from './validation';

/** Source: spec, `/directories`. After the connections and roles that they name. */
export const directory: Rules = {
  ...readOnly(3.5, 3.5),
  create: (batch, recordId, values) => {
    const fault = firstFault(batch, 'directory', values);
    if (fault !== null) return fault;
    const label = String(values.name);
    const action = { verb: 'create', values } as const;
    return accept([{ entity: 'directory', recordId, label, organizationId: '', action }], [], null);
  },
  against: (record, path, value) => {
    if (path.startsWith('attributeMapping.') && value !== null && (typeof value !== 'string' || value === ''))
      return reject(
        'invalid-input',
        t('An attribute is mapped to where it stands at the provider, as a text.'),
        t('Give a path, such as name.givenName; null takes the attribute out.'),
      );
    return path === 'groupRoles' && 'groupRoleMappingEnabled' in record && !record.groupRoleMappingEnabled
      ? reject(
          'invalid-input',
          t('{name} gives no roles by group.', { name: record.name }),
          t('Switch “Gives roles by group” on first, in this change or an earlier one.'),
        )
      : null;
  },
  remove: {},
  foreseen: () => clean,
  unique: () => false,
  undoDeletion: () => ({
    kind: 'impossible',
    reason: t('A deleted directory does not come back: its provider would need a new key.'),
  }),
};

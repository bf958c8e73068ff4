import { t } from '../../language/t';
import { keyed } from './keyed';
import { madeAgain } from './seats';
import { reject } from './validation';

/** Source: spec, `POST`, `PATCH` and `DELETE /organization_permissions`. */
export const permission = keyed('permission', {
  phases: { before: 0, deletion: 12 },
  pattern: /^org:(?!sys_)[a-z0-9_]+:[a-z0-9_]+$/,
  form: t(
    'must be org:feature:action, in small letters, digits and underscores, and not begin with org:sys_',
  ),
  guard: (_, record) =>
    'key' in record && record.key.startsWith('org:sys_')
      ? reject(
          'invalid-input',
          t('{key} is one of the service’s own permissions: it stays as it is.', { key: record.key }),
          t('Choose one of yours.'),
        )
      : null,
  undoDeletion: (base) =>
    madeAgain(
      'permission',
      base,
      ['key', 'name', 'description'],
      t('Made again it is a new permission: the roles that held it do not get it back.'),
    ),
});

import { t } from '../../language/t';
import type { StoredRecord } from '../records/record-map';
import { keyed } from './keyed';
import { madeAgain } from './seats';
import type { StagingWorld } from './staging-world';
import { reject, type Validation } from './validation';

/** Source: spec, `POST`, `PATCH` and `DELETE /organization_roles`, and `OrganizationSettings`. */
export const role = keyed('role', {
  phases: { before: 1, deletion: 11 },
  pattern: /^org:[a-z0-9_]+$/,
  form: t('must be org: and a name in small letters, digits and underscores'),
  full: ({ roles, organizationSettings }, made) => {
    const max = organizationSettings?.max_allowed_roles;
    return typeof max !== 'number' || roles.size + made < max
      ? null
      : reject(
          'limit',
          t('This instance has all of its {max, number} roles.', { max }),
          t('Delete a role that nobody holds first.'),
        );
  },
  guard: (world, record, path) =>
    path === undefined && 'permissionKeys' in record ? inUse(world, record) : null,
  undoDeletion: (base) =>
    madeAgain(
      'role',
      base,
      ['key', 'name', 'description', 'permissionKeys'],
      t('Made again it is a new role: people who held it do not get it back.'),
    ),
});

/** Why a role cannot be deleted, as the service would say it after sending; null when nothing stands against it. */
function inUse(world: StagingWorld, { key, name }: StoredRecord<'role'>): Validation | null {
  const { creator_role: creator, domains_default_role: joiners } = world.organizationSettings ?? {};
  if (key === creator)
    return kept(t('{name} is what the creator of an organization becomes.', { name }), another);
  if (key === joiners)
    return kept(t('{name} is what people become who join by a verified domain.', { name }), another);
  const { people, invited } = world.roleUses.get(key) ?? { people: 0, invited: 0 };
  if (people > 0)
    return kept(
      t('{people, plural, one {# person holds} other {# people hold}} {role}.', { people, role: name }),
      moved,
    );
  if (invited > 0)
    return kept(
      t('{invited, plural, one {# invitation stands} other {# invitations stand}} for {role}.', {
        invited,
        role: name,
      }),
      revoked,
    );
  return null;
}

const another = t('Choose another role for that in the organization settings first.');
const moved = t('Give them another role first, in this change or an earlier one.');
const revoked = t('Revoke the invitations first.');

const kept = (message: string, next: string): Validation => reject('in-use', message, next);

import { t } from '../../language/t';
import { type Check, hitOf, seen } from './check';

const needs = ['organizations', 'list.role'] as const;

export const outsideSets: Check<'grants'> = {
  id: 'role-in-no-set',
  severity: 'advice',
  title: t('Role in no role set'),
  why: t('No organization can give it to anybody: it only makes the list longer.'),
  effect: t(
    'Who holds it keeps it, and nobody else can get it. Add it to a role set; one that nobody holds can be deleted.',
  ),
  entity: 'role',
  needs: [...needs, 'list.roleSet', 'list.membership'],
  facts: 'grants',
  find: ({ given, sets, held }) => {
    // Without sets every role can be given.
    if (sets.length === 0) return [];
    const inSets = new Set(sets.flatMap(({ row }) => row.roleKeys));
    return given
      .filter(({ row }) => !inSets.has(row.key))
      .map((each) =>
        hitOf('role', each, {
          evidence: [seen(t('Role sets'), 0), seen(t('Memberships with it'), held.get(each.row.key) ?? 0)],
        }),
      );
  },
};

export const heldByNobody: Check<'grants'> = {
  id: 'permission-held-by-nobody',
  severity: 'advice',
  title: t('Permission that nobody holds'),
  why: t('What it stands for is closed to everybody, or no longer asked for.'),
  effect: t('Nobody holds it, so nobody notices; an application that asks for it refuses everybody.'),
  entity: 'permission',
  needs: [...needs, 'list.permission', 'list.membership'],
  facts: 'grants',
  fix: t('Delete the permissions that no role gives'),
  lasting: true,
  find: ({ defined, given, held }) =>
    defined
      // The service's own are there whether somebody holds them or not.
      .filter(({ row }) => !row.key.startsWith('org:sys_'))
      .flatMap((each) => {
        const giving = given.filter(({ row }) => row.permissionKeys.includes(each.row.key));
        if (giving.some(({ row }) => held.has(row.key))) return [];
        return hitOf('permission', each, {
          evidence: [
            seen(t('Roles that give it'), giving.map(({ row }) => row.name).join(', ') || t('none')),
            seen(t('Memberships with one of them'), 0),
          ],
          fix: giving.length === 0 ? { verb: 'delete' } : null,
        });
      }),
};

import { createRandom } from '../database/random';
import type { RoleRow } from '../database/rows';
import type { ApplicationSpec } from '../world/world-spec';
import type { SeedContext, SmallSeeds } from './seed-context';

const day = 86_400_000;

/** Only a product for organizations has role sets beside the one that every instance could have. */
export const hasRoleSets = ({ scenario, environmentType }: ApplicationSpec): boolean =>
  scenario === 'b2b' && environmentType === 'production';

const sets = [
  {
    key: 'role_set:default',
    name: 'Default',
    description: 'Every role; what new organizations begin with.',
    type: 'initial',
    roles: ['org:admin', 'org:member', 'org:billing', 'org:support', 'org:viewer'],
    joins: 'org:member',
  },
  {
    key: 'role_set:support_desk',
    name: 'Support desk',
    description: 'For customers who only answer tickets.',
    type: 'custom',
    roles: ['org:admin', 'org:support', 'org:member', 'org:viewer'],
    joins: 'org:support',
  },
  {
    key: 'role_set:light',
    name: 'Light',
    description: 'Admins, members and viewers; no billing.',
    type: 'custom',
    roles: ['org:admin', 'org:member', 'org:viewer'],
    joins: 'org:viewer',
  },
  {
    key: 'role_set:pilot',
    name: 'Pilot',
    description: 'For customers who try things first.',
    type: 'custom',
    roles: ['org:admin', 'org:member', 'org:viewer'],
    joins: 'org:member',
  },
] as const;

export const roleSetSeeds: SmallSeeds = {
  kind: 'roleSet',
  prefix: 'roleset',
  records: ({ db, instance, application, anchor }) => {
    if (!hasRoleSets(application)) return [];
    const roles = db.all<RoleRow>('SELECT * FROM roles WHERE instance = ?', [instance]);
    const idOf = (key: string): string => roles.find((role) => role.key === key)?.id ?? '';
    return sets.map(({ joins, roles: keys, ...words }, index) => ({
      at: anchor - (700 - index * 100) * day,
      data: {
        ...words,
        roles: keys.map(idOf),
        default_role_id: idOf(joins),
        creator_role_id: idOf('org:admin'),
        migration: null,
      },
    }));
  },
};

/** Gives every organization a role set that holds the roles of all its members, most of them the default one. */
export const useRoleSets = ({ db, instance, application, stream }: SeedContext): void => {
  if (!hasRoleSets(application)) return;
  const random = createRandom(`${stream}/role-set-use`);
  const held = db.all<{ readonly id: string; readonly roles: string }>(
    `SELECT o.id, json_group_array(DISTINCT r.key) AS roles FROM organizations o
     LEFT JOIN memberships m ON m.instance = o.instance AND m.organization_id = o.id
     LEFT JOIN roles r ON r.instance = m.instance AND r.id = m.role_id
     WHERE o.instance = ? GROUP BY o.id ORDER BY o.created_at, o.id`,
    [instance],
  );
  for (const { id, roles } of held) {
    const keys = JSON.parse(roles) as readonly string[];
    const fits = sets.filter((set) => keys.every((key) => set.roles.some((role) => role === key)));
    const chosen = random.chance(0.5) ? (fits.at(-1) ?? sets[0]) : sets[0];
    db.run('UPDATE organizations SET role_set_key = ? WHERE instance = ? AND id = ?', [
      chosen.key,
      instance,
      id,
    ]);
  }
};

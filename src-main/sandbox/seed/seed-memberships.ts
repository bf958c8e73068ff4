import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SeedContext } from './seed-context';
import type { SeededOrganization } from './seed-organizations';
import type { SeededUser } from './seed-users';

/** How many of an organization's members are admins: exactly one in every fifth, else about one in fourteen. */
const adminsOf = (size: number, random: Random): number =>
  random.chance(0.2) ? 1 : Math.min(size, 1 + Math.round((size * random.int(4, 10)) / 100));

/** Seeds the memberships of the planned organizations; the first members of each are its admins. */
export const seedMemberships = (
  { db, instance, application, stream, anchor }: SeedContext,
  organizations: readonly SeededOrganization[],
  users: readonly SeededUser[],
  roleIds: ReadonlyMap<string, string>,
): void => {
  const random = createRandom(`${stream}/memberships`);
  const creatorRole = roleIds.get(application.creatorRole) ?? '';
  const shared = application.roles.filter(({ share }) => share > 0);
  const roleOf = (): string => {
    let left = random.next() * shared.reduce((sum, { share }) => sum + share, 0);
    const role = shared.find(({ share }) => {
      left -= share;
      return left < 0;
    });
    return roleIds.get((role ?? shared[0])?.key ?? '') ?? creatorRole;
  };
  for (const organization of organizations) {
    const admins = adminsOf(organization.members.length, random);
    const rows = organization.members.map((index, position) => {
      const user = users[index];
      const earliest = Math.max(organization.createdAt, user?.createdAt ?? 0);
      const createdAt = position === 0 ? organization.createdAt : random.int(earliest, anchor);
      return {
        id: makeId('orgmem', createdAt, random),
        organization_id: organization.id,
        user_id: user?.id ?? '',
        role_id: position < admins ? creatorRole : roleOf(),
        public_metadata: random.chance(0.1) ? JSON.stringify({ cost_center: random.int(100, 999) }) : '{}',
        private_metadata: '{}',
        created_at: createdAt,
        updated_at: random.chance(0.3) ? random.int(createdAt, anchor) : createdAt,
      };
    });
    insertRows(db, 'memberships', instance, rows);
  }
};

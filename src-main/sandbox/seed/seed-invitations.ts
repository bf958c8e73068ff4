import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom } from '../database/random';
import type { Names } from './create-names';
import type { InvitationPlan } from './plan-invitations';
import type { SeedContext } from './seed-context';
import type { SeededOrganization } from './seed-organizations';
import type { SeededUser } from './seed-users';

const day = 86_400_000;

/** Seeds invitations; pending ones were sent in the last 20 days and stay valid for a year. */
export const seedInvitations = (
  { db, instance, application, stream, anchor }: SeedContext,
  names: Names,
  plans: readonly InvitationPlan[],
  organizations: readonly SeededOrganization[],
  users: readonly SeededUser[],
  roleIds: ReadonlyMap<string, string>,
): void => {
  const random = createRandom(`${stream}/invitations`);
  const invited = application.roles.filter(({ share }) => share > 0);
  const rows = plans.map(({ organization: index, status }, position) => {
    const organization = organizations[index];
    const { first, last } = names.person();
    const createdAt =
      status === 'pending' ? anchor - random.int(1, 20 * day) : anchor - random.int(21 * day, 300 * day);
    const id = makeId('orginv', createdAt, random);
    return {
      id,
      organization_id: organization?.id ?? '',
      email: `${first}.${last}.${position}@guests.example`.toLowerCase().replace(/[^a-z0-9.@]+/g, ''),
      role_id: roleIds.get(random.pick(invited).key) ?? '',
      inviter_id: users[organization?.members[0] ?? -1]?.id ?? null,
      status,
      url: status === 'pending' ? `https://accounts.${application.key}.example/accept/${id}` : null,
      public_metadata: '{}',
      private_metadata: '{}',
      expires_at: createdAt + 365 * day,
      created_at: createdAt,
      updated_at: status === 'pending' ? createdAt : Math.min(anchor, createdAt + random.int(1, 20) * day),
    };
  });
  insertRows(db, 'invitations', instance, rows);
};

import type { SqlSession } from '../database/sql-session';
import type { ApplicationSpec } from '../world/world-spec';
import { createNames } from './create-names';
import { makeId } from './make-id';
import { planInvitations } from './plan-invitations';
import { planMembers } from './plan-members';
import { createRandom } from './random';
import { seedInvitations } from './seed-invitations';
import { seedMemberships } from './seed-memberships';
import { seedOrganizations } from './seed-organizations';
import { seedRoles } from './seed-roles';
import { seedUsers } from './seed-users';

const organizationSettings = (application: ApplicationSpec, roleIds: ReadonlyMap<string, string>): string =>
  JSON.stringify({
    enabled: application.organizationsEnabled,
    max_allowed_memberships: application.defaultSeats,
    max_allowed_roles: 10,
    max_role_sets_allowed: 1,
    max_allowed_domains: 10,
    admin_delete_enabled: true,
    domains_enabled: application.organizationsEnabled,
    slug_disabled: false,
    domains_enrollment_modes: ['manual_invitation'],
    creator_role_id: roleIds.get(application.creatorRole) ?? '',
    domains_default_role_id: roleIds.get(application.domainsDefaultRole) ?? '',
    initial_role_set_key: null,
  });

/** Seeds one application instance with its key; call inside a transaction, before the indexes exist. */
export const seedApplication = (
  db: SqlSession,
  application: ApplicationSpec,
  at: { readonly stream: string; readonly anchor: number },
): void => {
  const stream = `${at.stream}/${application.key}`;
  const random = createRandom(stream);
  const applicationId = makeId('app', at.anchor, random);
  const instance = makeId('ins', at.anchor, random);
  const secret = `sk_${application.environmentType === 'production' ? 'live' : 'test'}_${random.base62(42)}`;
  const context = { db, instance, application, stream, anchor: at.anchor };
  const names = createNames(stream);
  const roleIds = seedRoles(context);

  const memberPlans = planMembers(application.counts, random);
  const invitationPlans = planInvitations(application.counts.invitations, memberPlans.length, random);
  const pending = new Map<number, number>();
  for (const { organization, status } of invitationPlans) {
    if (status === 'pending') pending.set(organization, (pending.get(organization) ?? 0) + 1);
  }
  const plans = memberPlans.map((members, index) => ({
    ...names.company(),
    members,
    pendingInvitations: pending.get(index) ?? 0,
  }));
  const homes = new Map(
    plans.flatMap(({ members, slug }) => members.map((index) => [index, `${slug}.example`])),
  );
  const users = seedUsers(context, names, homes);
  const organizations = seedOrganizations(context, plans, users);
  seedMemberships(context, organizations, users, roleIds);
  seedInvitations(context, names, invitationPlans, organizations, users, roleIds);

  db.run('INSERT INTO applications VALUES (?, ?, ?, ?)', [
    applicationId,
    application.name,
    application.scenario,
    at.anchor - 3 * 365 * 86_400_000,
  ]);
  db.run('INSERT INTO instances VALUES (?, ?, ?, ?, ?)', [
    instance,
    applicationId,
    application.environmentType,
    JSON.stringify({ allowed_origins: null }),
    organizationSettings(application, roleIds),
  ]);
  db.run('INSERT INTO secret_keys VALUES (?, ?, NULL)', [secret, instance]);
};

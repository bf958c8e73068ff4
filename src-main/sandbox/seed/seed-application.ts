import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SqlSession } from '../database/sql-session';
import type { ApplicationSpec } from '../world/world-spec';
import { createNames } from './create-names';
import { manageByDirectory } from './manage-by-directory';
import { planInvitations } from './plan-invitations';
import { planMembers } from './plan-members';
import { hasRoleSets, useRoleSets } from './role-set-seeds';
import type { SeedContext } from './seed-context';
import { seedInvitations } from './seed-invitations';
import { seedMemberships } from './seed-memberships';
import { seedOrganizations } from './seed-organizations';
import { seedPlatform } from './seed-platform';
import { seedRoles } from './seed-roles';
import { seedSmallLists } from './seed-small-lists';
import { type SeededUser, seedUsers } from './seed-users';

/** Links every sixth user or so to an account at a provider. A stream of its own: the users stay as they are. */
const seedAccounts = ({ db, instance, stream }: SeedContext, users: readonly SeededUser[]): void => {
  const random = createRandom(`${stream}/accounts`);
  const linked = users.filter(() => random.chance(0.16));
  insertRows(
    db,
    'identifications',
    instance,
    linked.map(({ id, createdAt }) => ({
      user_id: id,
      id: makeId('idn', createdAt, random),
      kind: 'external_account',
      value: String(random.int(10 ** 14, 10 ** 15)),
      provider: random.pick(['oauth_google', 'oauth_google', 'oauth_microsoft', 'oauth_github']),
      reserved: 0,
      is_primary: 0,
      created_at: createdAt,
    })),
  );
};

const organizationSettings = (application: ApplicationSpec, roleIds: ReadonlyMap<string, string>): string =>
  JSON.stringify({
    enabled: application.organizationsEnabled,
    max_allowed_memberships: application.defaultSeats,
    max_allowed_roles: 10,
    max_role_sets_allowed: hasRoleSets(application) ? 10 : 1,
    max_allowed_domains: 10,
    admin_delete_enabled: true,
    domains_enabled: application.organizationsEnabled,
    slug_disabled: false,
    domains_enrollment_modes:
      application.scenario === 'b2b'
        ? ['manual_invitation', 'automatic_invitation', 'automatic_suggestion']
        : ['manual_invitation'],
    creator_role_id: roleIds.get(application.creatorRole) ?? '',
    domains_default_role_id: roleIds.get(application.domainsDefaultRole) ?? '',
    initial_role_set_key: hasRoleSets(application) ? 'role_set:default' : null,
  });

/** When and from which random stream an application is seeded. */
export type SeedAt = {
  readonly stream: string;
  /** The moment the world ends at, Unix milliseconds. */
  readonly anchor: number;
  /** When the application came to be. */
  readonly since: number;
};

type Environment = ApplicationSpec['environmentType'];

/** A further instance of an application: the same rules, and the few people that developers try things with. */
const tried = (spec: Omit<ApplicationSpec, 'environmentType'>): Omit<ApplicationSpec, 'environmentType'> => {
  const [organizations, memberships, invitations] = spec.counts.organizations > 0 ? [2, 12, 1] : [0, 0, 0];
  const users = Math.min(10, spec.counts.users);
  return {
    ...spec,
    counts: {
      organizations,
      users,
      memberships,
      invitations,
      personalAccounts: organizations > 0 ? 1 : users,
    },
  };
};

/** Seeds an application with an instance for each environment; call inside a transaction. Ids by environment. */
export const seedApplication = (
  db: SqlSession,
  spec: Omit<ApplicationSpec, 'environmentType'>,
  environments: readonly Environment[],
  at: SeedAt,
): { readonly id: string; readonly instances: ReadonlyMap<Environment, string> } => {
  const base = `${at.stream}/${spec.key}`;
  const random = createRandom(base);
  const id = makeId('app', at.anchor, random);
  db.run('INSERT INTO applications VALUES (?, ?, ?, ?)', [id, spec.name, spec.scenario, at.since]);
  const instances = environments.map((environmentType, index) => {
    const stream = index === 0 ? base : `${base}/${environmentType}`;
    const own = index === 0 ? random : createRandom(stream);
    const seeded = index === 0 ? { ...spec, environmentType } : { ...tried(spec), environmentType };
    const instance = seedInstance(db, seeded, id, { ...at, stream }, own);
    return [environmentType, instance] as const;
  });
  return { id, instances: new Map(instances) };
};

/** Adds an instance to an application that stands; call inside a transaction. Its id. */
export const addInstance = (
  db: SqlSession,
  spec: ApplicationSpec,
  applicationId: string,
  at: SeedAt,
): string => seedInstance(db, spec, applicationId, at, createRandom(at.stream));

const seedInstance = (
  db: SqlSession,
  application: ApplicationSpec,
  applicationId: string,
  { stream, anchor }: SeedAt,
  random: Random,
): string => {
  const instance = makeId('ins', anchor, random);
  const secret = `sk_${application.environmentType === 'production' ? 'live' : 'test'}_${random.base62(42)}`;
  const context = { db, instance, application, stream, anchor };
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
  seedAccounts(context, users);
  const organizations = seedOrganizations(context, plans, users);
  seedMemberships(context, organizations, users, roleIds);
  seedInvitations(context, names, invitationPlans, organizations, users, roleIds);

  seedSmallLists(context);
  useRoleSets(context);
  manageByDirectory(context);

  db.run('INSERT INTO instances VALUES (?, ?, ?, ?, ?)', [
    instance,
    applicationId,
    application.environmentType,
    JSON.stringify({ allowed_origins: null }),
    organizationSettings(application, roleIds),
  ]);
  db.run('INSERT INTO secret_keys VALUES (?, ?, NULL)', [secret, instance]);
  if (application.platform) {
    const { environmentType } = application;
    seedPlatform(db, { instance, environmentType }, application.platform, { stream, anchor });
  }
  return instance;
};

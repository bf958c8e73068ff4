import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SqlRow, SqlSession } from '../database/sql-session';
import type { SeedContext } from '../seed/seed-context';
import { seedRoles } from '../seed/seed-roles';
import { refill, type WorldChoice } from '../seed/seed-world';
import { templateSeeds } from '../seed/template-seeds';
import type { OrganizationSettings } from '../views/organization-settings';
import { newInstance } from '../world/new-instance';
import type { ApplicationSpec } from '../world/world-spec';
import { readCopiedConfig } from './copied-config';
import type { CopiedApplication, CopiedContact, CopiedUser, CopiedWorld, CopyInto } from './copied-world';

/** What a copy tells and the sandbox has no place for. */
export interface LeftOut {
  readonly instance: string;
  /** Settings of the config, by path. */
  readonly settings: readonly string[];
}

/** What is of one instance, and where its ids come from. */
interface Place {
  readonly db: SqlSession;
  readonly instance: string;
  readonly random: Random;
}

const atOnce = 500;

/** Inserts rows of one shape, some at a time: however many there are, few are in memory. */
function insert<Row>(
  { db, instance }: Place,
  table: string,
  rows: Iterable<Row>,
  shape: (row: Row) => Readonly<SqlRow>,
): void {
  let some: Readonly<SqlRow>[] = [];
  const flush = (): void => {
    insertRows(db, table, instance, some);
    some = [];
  };
  for (const row of rows) {
    some.push(shape(row));
    if (some.length === atOnce) flush();
  }
  flush();
}

/** Where a user's primary address or number stands, and the rows of the others, and of one that nobody proved. */
function contactRows(
  { id: user_id, created_at }: CopiedUser,
  kind: 'email_address' | 'phone_number',
  all: readonly CopiedContact[],
  { primary, random }: { readonly primary: string | null; readonly random: Random },
) {
  const known = all.map((contact) => ({ ...contact, id: makeId('idn', created_at, random) }));
  const first = known.find(({ value }) => value === primary);
  const rows = known
    .filter((each) => each !== first || !each.verified)
    .map(({ id, value, verified }) => ({
      ...{ user_id, id, kind, value, provider: null, created_at },
      ...{ reserved: verified ? 0 : 1, is_primary: 0 },
    }));
  return { id: first?.id ?? null, rows };
}

function insertUsers(place: Place, users: Iterable<CopiedUser>): void {
  const { random } = place;
  insert(place, 'users', users, ({ emails, phones, ...user }) => {
    const whole = { ...user, emails, phones };
    const email = contactRows(whole, 'email_address', emails, { primary: user.email, random });
    const phone = contactRows(whole, 'phone_number', phones, { primary: user.phone, random });
    insertRows(place.db, 'identifications', place.instance, [...email.rows, ...phone.rows]);
    return { ...user, email_id: email.id, phone_id: phone.id };
  });
}

const blankSettings = {
  enabled: true,
  max_allowed_memberships: newInstance.defaultSeats,
  max_allowed_roles: 10,
  max_role_sets_allowed: 10,
  max_allowed_domains: 10,
  admin_delete_enabled: true,
  domains_enabled: true,
  slug_disabled: false,
  domains_enrollment_modes: ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'],
  creator_role_id: '',
  domains_default_role_id: '',
  initial_role_set_key: null,
};

const copyInto = (place: Place): CopyInto => ({
  permissions: (rows) => insert(place, 'permissions', rows, (row) => row),
  roles: (rows) =>
    insert(place, 'roles', rows, ({ permissionIds, ...row }) => {
      const held = permissionIds.map((permission_id) => ({ role_id: row.id, permission_id }));
      insertRows(place.db, 'role_permissions', place.instance, held);
      return row;
    }),
  users: (rows) => insertUsers(place, rows),
  organizations: (rows) =>
    insert(place, 'organizations', rows, ({ hasImage, ...row }) => ({
      ...row,
      image_id: hasImage ? makeId('img', row.created_at, place.random) : null,
    })),
  memberships: (rows) => insert(place, 'memberships', rows, (row) => row),
  invitations: (rows) => insert(place, 'invitations', rows, (row) => row),
  list: (kind, rows) => insert(place, 'small_records', rows, (row) => ({ kind, ...row })),
  domains: (rows) => insert(place, 'domains', rows, (row) => row),
});

const isEmpty = ({ db, instance }: Place, from: string): boolean =>
  db.count(`SELECT count(*) FROM ${from} instance = ?`, [instance]) === 0;

/** What every instance has, where nobody knows of any: the roles of a new one; which of them its settings name. */
function seedNewRoles(context: SeedContext): Partial<OrganizationSettings> {
  const made = seedRoles(context);
  const { creatorRole, domainsDefaultRole } = newInstance;
  return {
    creator_role_id: made.get(creatorRole) ?? '',
    domains_default_role_id: made.get(domainsDefaultRole) ?? '',
  };
}

/** The service's own templates. */
function seedTemplates(place: Place, context: SeedContext): void {
  insert(place, 'small_records', templateSeeds.records(context, place.random), ({ at, data }) => ({
    ...{ kind: 'template', id: makeId('tmpl', at, place.random), data: JSON.stringify(data) },
    ...{ created_at: at, updated_at: at },
  }));
}

const nobody = { organizations: 0, users: 0, memberships: 0, invitations: 0, personalAccounts: 0 };

function insertInstance(db: SqlSession, application: CopiedApplication, anchor: number, of: string): LeftOut {
  const { id, name, scenario, instance: copied } = application;
  const { id: instance, environment: environmentType } = copied;
  const stream = `twin/${of}/${instance}`;
  const place = { db, instance, random: createRandom(stream) };
  const spec: ApplicationSpec = {
    ...newInstance,
    ...{ key: instance, name, scenario, environmentType, organizationsEnabled: true, counts: nobody },
  };
  const context = { db, instance, application: spec, stream, anchor };
  copied.fill(copyInto(place));
  const roles = isEmpty(place, 'roles WHERE') ? seedNewRoles(context) : {};
  if (isEmpty(place, "small_records WHERE kind = 'template' AND")) seedTemplates(place, context);
  db.run('INSERT INTO instances VALUES (?, ?, ?, ?, ?)', [
    ...[instance, id, environmentType, JSON.stringify(copied.settings)],
    JSON.stringify({ ...blankSettings, ...roles, ...copied.organizationSettings }),
  ]);
  const secret = `sk_${environmentType === 'production' ? 'live' : 'test'}_${place.random.base62(42)}`;
  db.run('INSERT INTO secret_keys VALUES (?, ?, NULL)', [secret, instance]);
  const config = readCopiedConfig(copied.config ?? {});
  db.run('INSERT INTO configs VALUES (?, 1, ?)', [instance, JSON.stringify(config.document)]);
  return { instance, settings: config.left };
}

/** Fills a database with a copied world. What the sandbox has no place for is told. */
export function seedCopied(db: SqlSession, choice: WorldChoice, world: CopiedWorld): readonly LeftOut[] {
  const left: LeftOut[] = [];
  refill(db, choice, () => {
    for (const application of world.applications) {
      const { id, name, scenario, since } = application;
      db.run('INSERT INTO applications VALUES (?, ?, ?, ?)', [id, name, scenario, since]);
      left.push(insertInstance(db, application, world.at, world.of));
    }
    for (const { kind, id, data, at: made } of world.announced)
      db.run('INSERT INTO platform_records VALUES (?, ?, ?, ?)', [kind, id, JSON.stringify(data), made]);
  });
  return left.filter(({ settings }) => settings.length > 0);
}

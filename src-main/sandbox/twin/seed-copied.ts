import { insertRows } from '../database/insert-rows';
import { makeId } from '../database/make-id';
import { createRandom, type Random } from '../database/random';
import type { SqlRow, SqlSession } from '../database/sql-session';
import { seedRoles } from '../seed/seed-roles';
import { refill, type WorldChoice } from '../seed/seed-world';
import { templateSeeds } from '../seed/template-seeds';
import { newInstance } from '../world/new-instance';
import type { ApplicationSpec } from '../world/world-spec';
import { readCopiedConfig } from './copied-config';
import type {
  CopiedApplication,
  CopiedContact,
  CopiedInstance,
  CopiedUser,
  CopiedWorld,
} from './copied-world';

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

/** Roles and permissions, or those of a new instance where nobody knows of any; which roles the settings name. */
function insertRoles(place: Place, copied: CopiedInstance, context: Parameters<typeof seedRoles>[0]): object {
  if (copied.roles.length === 0) {
    const made = seedRoles(context);
    const { creatorRole, domainsDefaultRole } = newInstance;
    return {
      creator_role_id: made.get(creatorRole) ?? '',
      domains_default_role_id: made.get(domainsDefaultRole) ?? '',
    };
  }
  insert(place, 'permissions', copied.permissions, (row) => row);
  insert(place, 'roles', copied.roles, ({ permissionIds: _, ...row }) => row);
  const held = copied.roles.flatMap(({ id: role_id, permissionIds }) =>
    permissionIds.map((permission_id) => ({ role_id, permission_id })),
  );
  insert(place, 'role_permissions', held, (row) => row);
  return {};
}

function insertInstance(
  db: SqlSession,
  { id: application, name, scenario, instance: copied }: CopiedApplication,
  at: { readonly stream: string; readonly anchor: number },
): LeftOut {
  const stream = `${at.stream}/${copied.id}`;
  const random = createRandom(stream);
  const place = { db, instance: copied.id, random };
  const { environment: environmentType } = copied;
  const counts = { organizations: 0, users: 0, memberships: 0, invitations: 0, personalAccounts: 0 };
  const spec: ApplicationSpec = {
    ...newInstance,
    key: copied.id,
    name,
    scenario,
    environmentType,
    organizationsEnabled: true,
    counts,
  };
  const context = { db, instance: copied.id, application: spec, stream, anchor: at.anchor };
  const roles = insertRoles(place, copied, context);
  insertUsers(place, copied.users);
  insert(place, 'organizations', copied.organizations, ({ hasImage, ...row }) => ({
    ...row,
    image_id: hasImage ? makeId('img', row.created_at, random) : null,
  }));
  insert(place, 'memberships', copied.memberships, (row) => row);
  insert(place, 'invitations', copied.invitations, (row) => row);
  insert(place, 'small_records', copied.lists, (row) => row);
  insert(place, 'domains', copied.domains, (row) => row);
  const templates = db.count("SELECT count(*) FROM small_records WHERE instance = ? AND kind = 'template'", [
    copied.id,
  ]);
  if (templates === 0)
    insert(place, 'small_records', templateSeeds.records(context, random), ({ at: made, data }) => ({
      ...{ kind: 'template', id: makeId('tmpl', made, random), data: JSON.stringify(data) },
      ...{ created_at: made, updated_at: made },
    }));
  db.run('INSERT INTO instances VALUES (?, ?, ?, ?, ?)', [
    ...[copied.id, application, environmentType, JSON.stringify(copied.settings)],
    JSON.stringify({ ...blankSettings, ...roles, ...copied.organizationSettings }),
  ]);
  const secret = `sk_${environmentType === 'production' ? 'live' : 'test'}_${random.base62(42)}`;
  db.run('INSERT INTO secret_keys VALUES (?, ?, NULL)', [secret, copied.id]);
  const config = readCopiedConfig(copied.config ?? {});
  db.run('INSERT INTO configs VALUES (?, 1, ?)', [copied.id, JSON.stringify(config.document)]);
  return { instance: copied.id, settings: config.left };
}

/** Fills a database with a copied world. What the sandbox has no place for is told. */
export function seedCopied(db: SqlSession, choice: WorldChoice, world: CopiedWorld): readonly LeftOut[] {
  const left: LeftOut[] = [];
  refill(db, choice, () => {
    const at = { stream: `twin/${world.of}`, anchor: world.at };
    for (const application of world.applications) {
      const { id, name, scenario, since } = application;
      db.run('INSERT INTO applications VALUES (?, ?, ?, ?)', [id, name, scenario, since]);
      left.push(insertInstance(db, application, at));
    }
    for (const { kind, id, data, at: made } of world.announced)
      db.run('INSERT INTO platform_records VALUES (?, ?, ?, ?)', [kind, id, JSON.stringify(data), made]);
  });
  return left.filter(({ settings }) => settings.length > 0);
}

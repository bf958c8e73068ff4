/**
 * For a Better Auth server (1.7) that Tenantry administers: copy this file beside `auth.ts` and add `tenantry()` to `plugins`,
 * behind `admin()`, `organization()` and `bearer()`. Better Auth lets a person list and change the organizations that they are in; here
 * a session with the role of an admin lists and changes all of them. Hooks of organizations (`organizationHooks`) are not called.
 */
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api';
import { getOrgAdapter } from 'better-auth/plugins/organization';
import { defaultRoles } from 'better-auth/plugins/organization/access';
import { z } from 'zod';

/** What is told of each row, and no more: fields that an operator or another plugin adds may be secrets. */
const fields = {
  user: ['name', 'email', 'emailVerified', 'image', 'banned', 'twoFactorEnabled', 'createdAt', 'updatedAt'],
  organization: ['name', 'slug', 'logo', 'createdAt', 'updatedAt'],
  member: ['organizationId', 'userId', 'role', 'createdAt', 'updatedAt'],
  invitation: ['organizationId', 'email', 'role', 'status', 'inviterId', 'expiresAt', 'createdAt'],
} as const;
type Kind = keyof typeof fields;
type Row = Readonly<Record<string, unknown>> & { readonly id: string };
// biome-ignore lint/suspicious/noExplicitAny: its type names the server's own options
type Context = any;

const id = z.string().min(1);
const split = (roles: unknown): string[] =>
  String(roles ?? '')
    .split(',')
    .map((role) => role.trim());
/** The session as it is stored: one that a cookie remembers may be of somebody who is an admin no more. */
const use = [sensitiveSessionMiddleware];
const where = (field: string, value: unknown) => [{ field, value }];

/** Who asks: refused unless the admin plugin counts them as an admin. */
function demandAdmin({ context }: Context): Row {
  const { adminRoles = ['admin'], adminUserIds = [] } = context.getPlugin('admin')?.options ?? {};
  const { user } = context.session;
  const isAdmin =
    adminUserIds.includes(user.id) || split(user.role).some((role) => [adminRoles].flat().includes(role));
  if (!isAdmin)
    throw new APIError('FORBIDDEN', { code: 'NOT_AN_ADMIN', message: 'This session is not an admin’s.' });
  return user;
}

const rolesOf = ({ context }: Context) =>
  Object.entries<{ statements: Record<string, string[]> }>({
    ...(context.getPlugin('organization')?.options?.roles ?? defaultRoles),
  }).map(([key, { statements }]) => ({
    id: key,
    permissions: Object.entries(statements).flatMap(([what, acts]) => acts.map((act) => `${what}:${act}`)),
  }));

/** The row, or a refusal that says which kind is not there. */
async function find({ context }: Context, model: Kind, key: string): Promise<Row> {
  const row = await context.adapter.findOne({ model, where: where('id', key) });
  if (row === null)
    throw new APIError('NOT_FOUND', {
      code: `${model.toUpperCase()}_NOT_FOUND`,
      message: `There is no such ${model}.`,
    });
  return row;
}

/** A text that is no JSON stays one: it costs its own row, and no list. */
function metadataOf({ metadata }: Row): unknown {
  if (typeof metadata !== 'string') return metadata ?? {};
  try {
    return JSON.parse(metadata || '{}');
  } catch {
    return metadata;
  }
}

/** As RFC 7396 merges: null takes a key out. */
function merged(held: unknown, patch: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(patch)) return patch;
  const next: Record<string, unknown> = isObject(held) ? { ...held } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete next[key];
    else next[key] = merged(next[key], value);
  }
  return next;
}

/** Rows with what Tenantry shows beside them. */
async function shown({ context }: Context, kind: Kind, rows: readonly Row[]): Promise<object[]> {
  const named = async (model: Kind, key: string) => {
    const value = [...new Set(rows.map((row) => row[key]))];
    const wanted = [{ field: 'id', operator: 'in', value }];
    const found: Row[] =
      value.length === 0 ? [] : await context.adapter.findMany({ model, where: wanted, limit: value.length });
    return new Map<unknown, object>(found.map((row) => [row.id, { name: row.name, email: row.email }]));
  };
  const beside = async (row: Row): Promise<object> => {
    if (kind === 'invitation') return row.status === 'pending' && isOver(row) ? { status: 'expired' } : {};
    if (kind !== 'organization') return {};
    const counted = (model: Kind, more: object[] = []) =>
      context.adapter.count({ model, where: [...where('organizationId', row.id), ...more] });
    const open = [...where('status', 'pending'), { field: 'expiresAt', operator: 'gt', value: new Date() }];
    const [members, invited] = [await counted('member'), await counted('invitation', open)];
    return { metadata: metadataOf(row), members, invited };
  };
  const [users, organizations] =
    kind === 'member' ? [await named('user', 'userId'), await named('organization', 'organizationId')] : [];
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      ...Object.fromEntries(fields[kind].map((field) => [field, row[field]])),
      ...(users && { user: users.get(row.userId), organization: organizations?.get(row.organizationId) }),
      ...(await beside(row)),
    })),
  );
}

const timeOf = ({ createdAt }: Row): number => Math.floor(Number(new Date(createdAt as Date)));

/**
 * A page by time of creation, rows of one moment by id. The database sorts by one field, and may order equals anew for each page: those at its
 * ends are asked for by id.
 */
async function pageOf(
  { context: { adapter } }: Context,
  model: Kind,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Row[]> {
  const at = (time: number, operator: 'lt' | 'gte') => ({
    ...{ field: 'createdAt', operator, value: new Date(time) },
  });
  const sortBy = { field: 'createdAt', direction: 'asc' };
  const page: Row[] = await adapter.findMany({ model, limit, offset, sortBy });
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined) return [];
  const placed = new Map<number, Row>();
  const ends = new Set([timeOf(first), timeOf(last)]);
  for (const time of ends) {
    const before = await adapter.count({ model, where: [at(time, 'lt')] });
    const skipped = Math.max(0, offset - before);
    const equals: Row[] = await adapter.findMany({
      ...{ model, limit, offset: skipped, sortBy: { field: 'id', direction: 'asc' } },
      where: [at(time, 'gte'), at(time + 1, 'lt')],
    });
    for (const [place, row] of equals.entries()) placed.set(before + skipped + place, row);
  }
  // What lies between the ends is all in this page.
  for (const [place, row] of sorted(page).entries())
    if (!ends.has(timeOf(row))) placed.set(offset + place, row);
  return page.flatMap((_, place) => placed.get(offset + place) ?? []);
}

const sorted = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));

const isOver = ({ expiresAt }: Row) => Number(new Date(expiresAt as Date)) <= Date.now();

/** One row as it is now. */
const shownNow = async (ctx: Context, kind: Kind, key: string): Promise<object> =>
  Object.assign({}, ...(await shown(ctx, kind, [await find(ctx, kind, key)])));

/** Refuses to leave an organization without its last owner. */
async function keepOwner({ context }: Context, member: Row, next = ''): Promise<void> {
  const owner = context.getPlugin('organization')?.options?.creatorRole ?? 'owner';
  if (!split(member.role).includes(owner) || split(next).includes(owner)) return;
  const members = await context.adapter.findMany({
    model: 'member',
    where: where('organizationId', member.organizationId),
    limit: 100_000,
  });
  if (members.filter(({ role }: Row) => split(role).includes(owner)).length > 1) return;
  const code = 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER';
  throw new APIError('BAD_REQUEST', { code, message: 'You cannot leave the organization without an owner' });
}

/** Roles as Better Auth stores them: by commas, without blanks. */
function demandRole(ctx: Context, role: string): string {
  const each = [...new Set(split(role))];
  if (each.every((one) => rolesOf(ctx).some(({ id: key }) => key === one))) return each.join(',');
  throw new APIError('BAD_REQUEST', { code: 'ROLE_NOT_FOUND', message: `There is no role ${role}.` });
}

const post = <Body extends z.ZodObject>(
  path: string,
  body: Body,
  work: (ctx: Context, admin: Row) => Promise<object>,
) =>
  createAuthEndpoint(path, { method: 'POST', body, use }, async (ctx) =>
    ctx.json(await work(ctx, demandAdmin(ctx))),
  );

const query = z
  .object({
    of: z.enum(['user', 'organization', 'member', 'invitation', 'role']),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).default(0),
    field: z.enum(['id', 'email']).optional(),
    value: z.string().default(''),
  })
  .refine(({ of, field }) => field !== 'email' || of === 'user' || of === 'invitation');

/** Of this file: Tenantry's doctor tells which one a server has. */
const version = '2';

/** `instance`: any text that stays the same for this server and is no other's; its address unless given. */
export const tenantry = ({ instance }: { readonly instance?: string } = {}) => ({
  id: 'tenantry' as const,
  endpoints: {
    tenantryInstance: createAuthEndpoint('/tenantry/instance', { method: 'GET', use }, async (ctx) => {
      demandAdmin(ctx);
      return ctx.json({
        id: instance ?? ctx.context.baseURL,
        betterAuth: ctx.context.version,
        plugin: version,
      });
    }),
    tenantryList: createAuthEndpoint('/tenantry/list', { method: 'GET', query, use }, async (ctx) => {
      demandAdmin(ctx);
      const { of: model, limit, offset, field, value } = ctx.query;
      if (model === 'role') {
        const data = rolesOf(ctx).filter((role) => field === undefined || role.id === value);
        return ctx.json({ data, total: data.length });
      }
      const wanted = field === undefined ? {} : { where: where(field, value) as never };
      const total = await ctx.context.adapter.count({ model, ...wanted });
      const rows =
        field === undefined
          ? await pageOf(ctx, model, { limit, offset })
          : await ctx.context.adapter.findMany<Row>({ model, limit, offset, ...wanted });
      return ctx.json({ data: await shown(ctx, model, rows), total });
    }),
    tenantryOrganization: post(
      '/tenantry/update-organization',
      z.object({
        id,
        name: id.optional(),
        slug: id.optional(),
        metadata: z.record(z.string(), z.unknown()).optional(),
      }),
      async (ctx) => {
        const { id: key, metadata, ...values } = ctx.body;
        const row = await find(ctx, 'organization', key);
        const owner =
          values.slug &&
          (await ctx.context.adapter.findOne({ model: 'organization', where: where('slug', values.slug) }));
        if (owner && owner.id !== key)
          throw new APIError('BAD_REQUEST', {
            code: 'ORGANIZATION_SLUG_ALREADY_TAKEN',
            message: 'The slug is taken.',
          });
        if (metadata && typeof metadataOf(row) === 'string')
          throw new APIError('BAD_REQUEST', {
            code: 'METADATA_IS_NO_JSON',
            message: 'What is stored as metadata is a text.',
          });
        const update = {
          ...values,
          ...(metadata && { metadata: JSON.stringify(merged(metadataOf(row), metadata)) }),
        };
        if (Object.keys(update).length > 0)
          await ctx.context.adapter.update({ model: 'organization', where: where('id', key), update });
        return shownNow(ctx, 'organization', key);
      },
    ),
    tenantryMember: post('/tenantry/update-member', z.object({ id, role: id }), async (ctx) => {
      const member = await find(ctx, 'member', ctx.body.id);
      const role = demandRole(ctx, ctx.body.role);
      await keepOwner(ctx, member, role);
      await ctx.context.adapter.update({ model: 'member', where: where('id', member.id), update: { role } });
      return shownNow(ctx, 'member', member.id);
    }),
    tenantryRemove: post('/tenantry/remove-member', z.object({ id }), async (ctx) => {
      const member = await find(ctx, 'member', ctx.body.id);
      await keepOwner(ctx, member);
      // Their places in teams go with it.
      const teams = getOrgAdapter(ctx.context, ctx.context.getPlugin('organization')?.options ?? {});
      await teams.deleteMember({
        memberId: member.id,
        organizationId: String(member.organizationId),
        userId: String(member.userId),
      });
      return { id: member.id };
    }),
    tenantryInvite: post(
      '/tenantry/invite',
      z.object({
        organizationId: id,
        email: z.email(),
        role: id,
        expiresInDays: z.number().int().min(1).max(365).optional(),
        notify: z.boolean().default(true),
      }),
      async (ctx, inviter) => {
        const organization = await find(ctx, 'organization', ctx.body.organizationId);
        const role = demandRole(ctx, ctx.body.role);
        const email = ctx.body.email.toLowerCase();
        const here = where('organizationId', organization.id);
        const { adapter } = ctx.context;
        const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });
        const person = await adapter.findOne({ model: 'user', where: where('email', email) });
        const own = [...here, ...where('userId', person?.id)];
        if (person && (await adapter.findOne({ model: 'member', where: own })))
          throw refuse('USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION', 'They are a member already.');
        const same: Row[] = await adapter.findMany({
          model: 'invitation',
          where: [...here, ...where('email', email), ...where('status', 'pending')],
          limit: 1_000,
        });
        if (same.some((each) => !isOver(each)))
          throw refuse('USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION', 'They are invited already.');
        const options = ctx.context.getPlugin('organization')?.options ?? {};
        const { organizationId, expiresInDays, notify } = ctx.body;
        const seconds = expiresInDays ? 86_400 * expiresInDays : (options.invitationExpiresIn ?? 172_800);
        const at = Date.now();
        const times = { createdAt: new Date(at), expiresAt: new Date(at + 1_000 * seconds) };
        const data = { organizationId, ...times, email, role, status: 'pending', inviterId: inviter.id };
        const invitation = await adapter.create({ model: 'invitation', data });
        const mail = {
          id: invitation.id,
          role,
          email,
          organization,
          inviter: { user: inviter },
          invitation,
        };
        if (notify) await options.sendInvitationEmail?.(mail, ctx.request);
        return shownNow(ctx, 'invitation', invitation.id);
      },
    ),
    tenantryRevoke: post('/tenantry/revoke', z.object({ id }), async (ctx) => {
      const { status } = await find(ctx, 'invitation', ctx.body.id);
      if (status !== 'pending' && status !== 'canceled')
        throw new APIError('BAD_REQUEST', {
          code: 'INVITATION_NOT_PENDING',
          message: 'The invitation is not pending any more.',
        });
      await ctx.context.adapter.update({
        model: 'invitation',
        where: where('id', ctx.body.id),
        update: { status: 'canceled' },
      });
      return shownNow(ctx, 'invitation', ctx.body.id);
    }),
  },
});

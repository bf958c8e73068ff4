/**
 * For a Better Auth server (1.7) that Tenantry administers: copy this file beside `auth.ts` and add `tenantry()` to `plugins`,
 * behind `admin()`, `organization()` and `bearer()`. Better Auth lets a person list and change the organizations that they are in; here
 * a session with the role of an admin lists and changes all of them. Hooks of organizations (`organizationHooks`) are not called.
 */
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { defaultRoles } from 'better-auth/plugins/organization/access';
import { z } from 'zod';

const kinds = ['user', 'organization', 'member', 'invitation'] as const;
type Kind = (typeof kinds)[number];
type Row = Readonly<Record<string, unknown>> & { readonly id: string };
// biome-ignore lint/suspicious/noExplicitAny: its type names the server's own options
type Context = any;

const id = z.string().min(1);
const split = (roles: unknown): string[] =>
  String(roles ?? '')
    .split(',')
    .map((role) => role.trim());
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

const metadataOf = ({ metadata }: Row) =>
  typeof metadata === 'string' ? JSON.parse(metadata) : (metadata ?? {});

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

/** A row with what Tenantry shows beside it. */
async function shown({ context }: Context, kind: Kind, row: Row) {
  const of = (model: Kind, key: unknown) => context.adapter.findOne({ model, where: where('id', key) });
  const counted = (model: Kind, more: object[] = []) =>
    context.adapter.count({ model, where: [...where('organizationId', row.id), ...more] });
  switch (kind) {
    case 'member':
      return {
        ...row,
        user: await of('user', row.userId),
        organization: await of('organization', row.organizationId),
      };
    case 'invitation': {
      const over = row.status === 'pending' && Number(new Date(String(row.expiresAt))) < Date.now();
      return over ? { ...row, status: 'expired' } : row;
    }
    case 'organization': {
      const invited = counted('invitation', where('status', 'pending'));
      return { ...row, metadata: metadataOf(row), members: await counted('member'), invited: await invited };
    }
    default:
      return row;
  }
}

/** Refuses to leave an organization without its last owner. */
async function keepOwner({ context }: Context, member: Row): Promise<void> {
  const owner = context.getPlugin('organization')?.options?.creatorRole ?? 'owner';
  if (!split(member.role).includes(owner)) return;
  const members = await context.adapter.findMany({
    model: 'member',
    where: where('organizationId', member.organizationId),
    limit: 100_000,
  });
  if (members.filter(({ role }: Row) => split(role).includes(owner)).length > 1) return;
  const code = 'YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER';
  throw new APIError('BAD_REQUEST', { code, message: 'You cannot leave the organization without an owner' });
}

function demandRole(ctx: Context, role: string): void {
  if (split(role).every((each) => rolesOf(ctx).some(({ id: key }) => key === each))) return;
  throw new APIError('BAD_REQUEST', { code: 'ROLE_NOT_FOUND', message: `There is no role ${role}.` });
}

const post = <Body extends z.ZodObject>(
  path: string,
  body: Body,
  work: (ctx: Context, admin: Row) => Promise<object>,
) =>
  createAuthEndpoint(path, { method: 'POST', body, use: [sessionMiddleware] }, async (ctx) =>
    ctx.json(await work(ctx, demandAdmin(ctx))),
  );

const query = z.object({
  of: z.enum([...kinds, 'role']),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
  field: z.enum(['id', 'slug', 'email']).optional(),
  value: z.string().default(''),
});

/** `instance`: any text that stays the same for this server and is no other's; its address unless given. */
export const tenantry = ({ instance }: { readonly instance?: string } = {}) => ({
  id: 'tenantry' as const,
  endpoints: {
    tenantryInstance: createAuthEndpoint(
      '/tenantry/instance',
      { method: 'GET', use: [sessionMiddleware] },
      async (ctx) => {
        demandAdmin(ctx);
        return ctx.json({ id: instance ?? ctx.context.baseURL });
      },
    ),
    tenantryList: createAuthEndpoint(
      '/tenantry/list',
      { method: 'GET', query, use: [sessionMiddleware] },
      async (ctx) => {
        demandAdmin(ctx);
        const { of: model, limit, offset, field, value } = ctx.query;
        if (model === 'role') return ctx.json({ data: rolesOf(ctx), total: rolesOf(ctx).length });
        const wanted = field === undefined ? {} : { where: where(field, value) as never };
        const sortBy = { field: 'createdAt', direction: 'asc' } as const;
        const rows = await ctx.context.adapter.findMany<Row>({ model, limit, offset, sortBy, ...wanted });
        const total = await ctx.context.adapter.count({ model, ...wanted });
        return ctx.json({ data: await Promise.all(rows.map((row) => shown(ctx, model, row))), total });
      },
    ),
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
        const update = {
          ...values,
          ...(metadata && { metadata: JSON.stringify(merged(metadataOf(row), metadata)) }),
        };
        await ctx.context.adapter.update({ model: 'organization', where: where('id', key), update });
        return shown(ctx, 'organization', await find(ctx, 'organization', key));
      },
    ),
    tenantryMember: post('/tenantry/update-member', z.object({ id, role: id }), async (ctx) => {
      const member = await find(ctx, 'member', ctx.body.id);
      demandRole(ctx, ctx.body.role);
      await keepOwner(ctx, split(ctx.body.role).includes('owner') ? { ...member, role: '' } : member);
      await ctx.context.adapter.update({
        model: 'member',
        where: where('id', member.id),
        update: { role: ctx.body.role },
      });
      return shown(ctx, 'member', await find(ctx, 'member', member.id));
    }),
    tenantryRemove: post('/tenantry/remove-member', z.object({ id }), async (ctx) => {
      const member = await find(ctx, 'member', ctx.body.id);
      await keepOwner(ctx, member);
      await ctx.context.adapter.delete({ model: 'member', where: where('id', member.id) });
      return { id: member.id };
    }),
    tenantryInvite: post(
      '/tenantry/invite',
      z.object({ organizationId: id, email: z.email(), role: id }),
      async (ctx, inviter) => {
        const organization = await find(ctx, 'organization', ctx.body.organizationId);
        demandRole(ctx, ctx.body.role);
        const email = ctx.body.email.toLowerCase();
        const same = await ctx.context.adapter.findMany({
          model: 'invitation',
          where: where('email', email),
          limit: 1_000,
        });
        if (
          same.some(
            (each: Row) =>
              each.organizationId === organization.id &&
              each.status === 'pending' &&
              Number(each.expiresAt) > Date.now(),
          )
        )
          throw new APIError('BAD_REQUEST', {
            code: 'USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION',
            message: 'They are invited already.',
          });
        const options = ctx.context.getPlugin('organization')?.options ?? {};
        const times = {
          createdAt: new Date(),
          expiresAt: new Date(Date.now() + 1_000 * (options.invitationExpiresIn ?? 172_800)),
        };
        const data = { ...ctx.body, ...times, email, status: 'pending', inviterId: inviter.id };
        const invitation = await ctx.context.adapter.create({ model: 'invitation', data });
        const mail = {
          id: invitation.id,
          role: data.role,
          email,
          organization,
          inviter: { user: inviter },
          invitation,
        };
        await options.sendInvitationEmail?.(mail, ctx.request);
        return invitation;
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
      return find(ctx, 'invitation', ctx.body.id);
    }),
  },
});

import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../http/answer';
import { orderField } from '../http/order-field';
import { queryField } from '../http/query-field';
import { readBody } from '../http/read-body';
import { readQuery } from '../http/read-query';
import type { SandboxEnv } from '../http/sandbox-env';
import { findOrganization } from '../rules/find-organization';
import { listOrganizations } from '../rules/list-organizations';
import { organizationExtras } from '../rules/organization-extras';
import { updateOrganization } from '../rules/update-organization';
import { organizationView } from '../views/organization-view';

const membersCount =
  '(SELECT count(*) FROM memberships m WHERE m.instance = t.instance AND m.organization_id = t.id)';

const extrasQuery = {
  include_members_count: queryField.flag,
  include_missing_member_with_elevated_permissions: queryField.flag,
};

const listQuery = z.object({
  ...extrasQuery,
  query: queryField.text,
  user_id: queryField.list,
  organization_id: queryField.list,
  order_by: orderField(
    { name: 't.name', created_at: 't.created_at', members_count: membersCount },
    '-created_at',
  ),
  limit: queryField.limit,
  offset: queryField.offset,
});

const patchBody = z.object({
  name: z.string().max(256).nullish(),
  slug: z.string().nullish(),
  max_allowed_memberships: z.int().min(0).nullish(),
  admin_delete_enabled: z.boolean().nullish(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
  role_set_key: z.string().nullish(),
});

/** `/organizations`: list, get, update. */
export const organizationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => {
      const query = readQuery(c, listQuery);
      return answer(c, query.ok ? listOrganizations(c.env.scope, query.value) : query);
    })
    .get('/:id', (c) => {
      const query = readQuery(c, z.object(extrasQuery));
      if (!query.ok) return answer(c, query);
      const found = findOrganization(c.env.scope, c.req.param('id'), 'id or slug');
      if (!found.ok) return answer(c, found);
      const extras = organizationExtras(c.env.scope, query.value);
      return answer(c, { ok: true, value: organizationView(found.value, extras(found.value)) });
    })
    .patch('/:id', async (c) => {
      const body = await readBody(c, patchBody);
      return answer(c, body.ok ? updateOrganization(c.env.scope, c.req.param('id'), body.value) : body);
    });

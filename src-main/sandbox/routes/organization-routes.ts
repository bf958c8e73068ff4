import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody, withQuery } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import { orderField } from '../kit/order-field';
import { queryField } from '../kit/query-field';
import { readQuery } from '../kit/read-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { createOrganization } from '../rules/create-organization';
import { deleteOrganization } from '../rules/delete-organization';
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

const draftBody = z.object({
  name: z.string().max(256),
  slug: z.string().nullish(),
  created_by: z.string().nullish(),
  max_allowed_memberships: z.int().min(0).nullish(),
  created_at: bodyField.time,
  role_set_key: z.string().nullish(),
  public_metadata: bodyField.metadata,
  private_metadata: bodyField.metadata,
});

/** Body of the PATCH. */
export const organizationPatch = z.object({
  name: z.string().max(256).nullish(),
  slug: z.string().nullish(),
  max_allowed_memberships: z.int().min(0).nullish(),
  admin_delete_enabled: z.boolean().nullish(),
  created_at: bodyField.time,
  role_set_key: z.string().nullish(),
});

/** `/organizations`: list, create, get, update, delete. */
export const organizationRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => withQuery(c, listQuery, (query) => listOrganizations(c.env.scope, query)))
    .post('/', (c) => withBody(c, draftBody, (body) => createOrganization(c.env.scope, body)))
    .get('/:id', (c) => {
      const query = readQuery(c, z.object(extrasQuery));
      if (!query.ok) return answer(c, query);
      const found = findOrganization(c.env.scope, c.req.param('id'), 'id or slug');
      if (!found.ok) return answer(c, found);
      const extras = organizationExtras(c.env.scope, query.value);
      return answer(c, { ok: true, value: organizationView(found.value, extras(found.value)) });
    })
    .patch('/:id', (c) =>
      withBody(c, organizationPatch, (body) => updateOrganization(c.env.scope, c.req.param('id'), body)),
    )
    .delete('/:id', (c) => answer(c, deleteOrganization(c.env.scope, c.req.param('id'))));

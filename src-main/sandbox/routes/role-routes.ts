import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody, withQuery } from '../kit/answer-with';
import { catalogQuery } from '../kit/catalog-query';
import type { SandboxEnv } from '../kit/sandbox-env';
import { changeRolePermission } from '../rules/change-role-permission';
import { createRole } from '../rules/create-role';
import { deleteRole } from '../rules/delete-role';
import { listRoles } from '../rules/list-roles';
import { showRole } from '../rules/show-role';
import { updateRole } from '../rules/update-role';

const draftBody = z.object({
  name: z.string().min(1).max(256),
  key: z.string(),
  description: z.string().nullish(),
  permissions: z.array(z.string()).nullish(),
  include_in_initial_role_set: z.boolean().nullish(),
});

/** Body of the PATCH. */
export const rolePatch = z.object({
  name: z.string().min(1).max(256).nullish(),
  key: z.string().nullish(),
  description: z.string().nullish(),
  permissions: z.array(z.string()).nullish(),
});

/** `/organization_roles`: list, create, get, update, delete, and single permissions. */
export const roleRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => withQuery(c, catalogQuery, (query) => listRoles(c.env.scope, query)))
    .post('/', (c) => withBody(c, draftBody, (body) => createRole(c.env.scope, body)))
    .get('/:id', (c) => answer(c, showRole(c.env.scope, c.req.param('id'))))
    .patch('/:id', (c) => withBody(c, rolePatch, (body) => updateRole(c.env.scope, c.req.param('id'), body)))
    .delete('/:id', (c) => answer(c, deleteRole(c.env.scope, c.req.param('id'))))
    .post('/:id/permissions/:permission', (c) => {
      const { id, permission } = c.req.param();
      return answer(c, changeRolePermission(c.env.scope, id, permission, 'add'));
    })
    .delete('/:id/permissions/:permission', (c) => {
      const { id, permission } = c.req.param();
      return answer(c, changeRolePermission(c.env.scope, id, permission, 'remove'));
    });
